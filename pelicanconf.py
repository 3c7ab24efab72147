"""Settings only. ``pelican content`` builds the same site as ``mingzhang build``."""

from pathlib import Path

from jinja2 import StrictUndefined

from generator.engine import plugin

HERE = Path(__file__).parent

AUTHOR = "明账"
SITENAME = "明账"
SITEURL = ""
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh-cn"
PATH = str(HERE / "content")
OUTPUT_PATH = str(HERE / "output")
THEME = str(HERE / "themes" / "mingzhang")
THEME_STATIC_PATHS: list[str] = []
PLUGINS = [plugin]
MINGZHANG_DATA = str(HERE / "data")

# Hand-written pages only: no articles, no feeds, no lists of Pelican's own.
PAGE_PATHS = ["pages"]
ARTICLE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
ARTICLE_EXCLUDES = ["pages"]
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
DIRECT_TEMPLATES: list[str] = []
ARTICLE_SAVE_AS = DRAFT_SAVE_AS = AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DEFAULT_PAGINATION = False
LOAD_CONTENT_CACHE = False
CACHE_CONTENT = False
SLUGIFY_SOURCE = "title"
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
}
MARKDOWN = {
    "extension_configs": {
        "markdown.extensions.tables": {"use_align_attribute": True},
        "markdown.extensions.attr_list": {},
        "markdown.extensions.fenced_code": {},
        "markdown.extensions.meta": {},
        "generator.engine.handwritten": {},
    },
    "output_format": "html5",
}
