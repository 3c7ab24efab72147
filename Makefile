# One place for every command of the project. `make site` and `make test` need only Python 3.11
# or newer: they make .venv from the hash-locked requirements, once, and again when a lock changes.

PYTHON ?= python3
DATA ?= data
OUTPUT ?= output
PORT ?= 8000

VENV := .venv
BIN := $(VENV)/bin
# -P: a file in the current folder can never stand in for an installed package.
RUN := $(BIN)/python -P
MINGZHANG := $(RUN) -m generator.cli
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes --only-binary :all:
MADE := $(VENV)/.made
RUNTIME := $(VENV)/.runtime
DEV := $(VENV)/.dev
VNU := tests/browser/node_modules/.made

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve test lint format bench schema docs lock clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

site: $(RUNTIME) ## build the site from data/ into output/
	@$(MINGZHANG) build --data "$(DATA)" --output "$(OUTPUT)"
	@echo "打开 Open: $(abspath $(OUTPUT))/index.html"

serve: $(RUNTIME) ## build, show the site on this computer, rebuild on every change
	@$(MINGZHANG) serve --data "$(DATA)" --port $(PORT)

test: $(DEV) ## run every test (browser tests are skipped where Chromium is missing)
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory $(VNU) || [ "$$CI" != true ]; fi
	@$(RUN) -m pytest -n 2 --dist worksteal tests

lint: $(DEV) ## check format, style, types and the order of the layers
	@status=0; \
	$(BIN)/ruff format --check . || status=1; \
	$(BIN)/ruff check . || status=1; \
	$(BIN)/mypy || status=1; \
	$(RUN) -m pytest tests/house || status=1; \
	exit $$status

format: $(DEV) ## rewrite the code in the one format
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(DEV) ## measure the build on generated teams
	@$(RUN) -m tests.benchmarks

schema: $(RUNTIME) ## write the JSON Schemas of the records
	@$(MINGZHANG) schema --output schema

docs: $(DEV) ## write again the documentation that is made from the code
	@$(MINGZHANG) schema --output schema
	@$(RUN) -m tests.locale
	@$(RUN) -m pytest tests -n 2 -m golden --update-golden

lock: $(DEV) ## choose the newest versions again and write both locks
	@$(BIN)/python -m pip install --quiet uv
	@for name in requirements requirements-dev; do \
	  $(BIN)/uv pip compile --no-config --quiet --universal --python-version 3.11 --only-binary :all: \
	    --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links \
	    --upgrade $$name.in --output-file $$name.txt || exit 1; \
	done

clean: ## remove what the targets made
	rm -rf $(VENV) tests/browser/node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis

# A .pth file instead of an editable install: no build tool and nothing beyond the lock.
$(MADE):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "需要 Python 3.11 或更新版本 / Python 3.11 or newer is needed")'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -c 'import pathlib, sysconfig; pathlib.Path(sysconfig.get_path("purelib"), "mingzhang.pth").write_text("$(CURDIR)\n", encoding="utf-8")'
	@printf '#!%s\nimport sys\n\nfrom generator.cli.main import main\n\nsys.exit(main())\n' "$(CURDIR)/$(BIN)/python" > $(BIN)/mingzhang
	@chmod +x $(BIN)/mingzhang
	@touch $@

$(RUNTIME): requirements.txt | $(MADE)
	@$(INSTALL) -r requirements.txt
	@touch $@

$(DEV): requirements-dev.txt requirements.txt | $(MADE)
	@$(INSTALL) -r requirements-dev.txt
	@touch $(RUNTIME) $@

$(VNU): tests/browser/package-lock.json
	@cd tests/browser && npm ci --ignore-scripts --silent
	@touch $@
