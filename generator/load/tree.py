"""The data folder: which file is what, by its path alone; everything else in it is refused.

Nothing is followed: links, devices and pipes are refused by lstat before anything is opened.
"""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path

from generator.base.dates import parse_period
from generator.base.findings import Finding, Place
from generator.base.identifiers import is_slug
from generator.base.text import forbidden_character, quoted, shown
from generator.load import faults as f

ATTACHMENT_TYPES = (".pdf", ".png", ".jpg", ".jpeg", ".webp")
_UNSAFE = re.compile(
    r"""[\\:*?"<>|#%]|^\s|[.\s]\Z|^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\Z)""",
    re.IGNORECASE,
)
"""What a name may not hold that stands in addresses and is unpacked on any computer; a backslash leads out of a folder."""
_HOME = "放到 societies/、teams/<红十字会>/<队伍>/ 或 questions/<红十字会>/ 里，见“怎样报送”"


@dataclass(slots=True)
class TeamFiles:
    """The files of one team's folder, as paths relative to the data folder."""

    reports: list[str] = field(default_factory=list)
    attachments: set[str] = field(default_factory=set)
    has_team: bool = False
    misnamed: bool = False


@dataclass(slots=True)
class Tree:
    """Every record file by what it is, and the faults of names and places."""

    root: Path
    singles: list[str] = field(default_factory=list)
    societies: dict[str, str] = field(default_factory=dict)
    teams: dict[tuple[str, str], TeamFiles] = field(default_factory=dict)
    questions: dict[tuple[str, str], str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def counts(self) -> dict[str, int]:
        """How many records of each kind there are."""
        return {
            "societies": len(self.societies),
            "teams": len(self.teams),
            "reports": sum(len(files.reports) for files in self.teams.values()),
            "questions": len(self.questions),
        }

    def paths(self) -> list[str]:
        """Every file that belongs to the records, in order."""
        found = [*self.singles, *self.societies.values(), *self.questions.values()]
        for (society, team), files in self.teams.items():
            home = f"teams/{society}/{team}"
            found += [f"{home}/team.yaml"] if files.has_team else []
            found += [*files.reports, *(f"{home}/{path}" for path in files.attachments)]
        return sorted(found)

    def refuse(self, path: str, message: str, fix: str) -> None:
        """Note a file that may not be where it is."""
        self.findings.append(f.STRAY.finding(Place(path), message, fix))


def walk_tree(root: Path) -> Tree:
    """Sort every file below ``root`` by its place."""
    tree = Tree(root)
    for path in _regular_files(root, "", tree):
        _place_file(path, tree)
    return tree


def _regular_files(root: Path, prefix: str, tree: Tree) -> list[str]:
    found: list[str] = []
    try:
        with os.scandir(root / prefix) as listing:
            entries = sorted(listing, key=lambda e: e.name)
    except OSError:
        tree.refuse(prefix or ".", "这个文件夹打不开", "检查文件夹的位置和权限")
        return found
    for entry in entries:
        path = f"{prefix}/{entry.name}" if prefix else entry.name
        if forbidden_character(entry.name) or not entry.name.isprintable():
            tree.refuse(shown(path), "文件名里有看不见的或损坏的字符", "重新命名这个文件")
            continue
        mode = entry.stat(follow_symlinks=False)
        if stat.S_ISDIR(mode.st_mode):
            if path.count("/") > 8:
                tree.refuse(path, "文件夹套得太深", _HOME)
            else:
                found += _regular_files(root, path, tree)
        elif not stat.S_ISREG(mode.st_mode):
            tree.refuse(path, "这不是普通文件（是链接或设备）", "放一份真正的文件，不用链接")
        elif entry.name != ".gitkeep":
            found.append(path)
    return found


def _place_file(path: str, tree: Tree) -> None:
    parts = path.split("/")
    stem, dot, extension = parts[-1].rpartition(".")
    is_record = dot == "." and extension == "yaml"
    match parts:
        case ["site.yaml" | "deadlines.yaml"]:
            tree.singles.append(path)
        case ["societies", _] if is_record and is_slug(stem):
            tree.societies[stem] = path
        case ["questions", society, _] if is_record and is_slug(society) and stem.isascii() and stem.isdigit():
            tree.questions[society, stem] = path
        case ["teams", society, team, *rest] if is_slug(society) and is_slug(team) and rest:
            _place_in_team(path, rest, tree.teams.setdefault((society, team), TeamFiles()), tree)
        case _:
            _refuse_stray(path, parts, extension, tree)


def _place_in_team(path: str, rest: list[str], files: TeamFiles, tree: Tree) -> None:
    name = rest[-1]
    stem = name.removesuffix(".yaml")
    if rest == ["team.yaml"]:
        files.has_team = True
    elif len(rest) > 1 and rest[0] == "files":
        if any(map(_UNSAFE.search, rest)):
            tree.refuse(path, "附件的名字里有网址里或 Windows 上不能用的字符", "附件按编号命名，例如 files/2025/s1.png")
        elif name.lower().endswith(ATTACHMENT_TYPES):
            files.attachments.add("/".join(rest))
        else:
            tree.refuse(path, "附件的类型不在允许之列", "附件用 PDF、PNG、JPG 或 WebP")
    elif len(rest) == 1 and stem != name and parse_period(stem):
        files.reports.append(path)
    elif len(rest) == 1 and name.endswith((".yaml", ".yml")):
        files.misnamed = True
        meant = _period_meant(name.rpartition(".")[0])
        fix = "文件名写成 2025.yaml、2025-H1.yaml、2025-Q3.yaml、2025-07.yaml 或 2020-01-24--2020-03-02.yaml"
        tree.refuse(path, f"文件名{quoted(name)}不是一个时段", f"改名为 {meant}.yaml" if meant else fix)
    else:
        tree.refuse(path, "这个文件不属于任何规定的位置", "附件放进 files 文件夹；报告以时段命名")


def _period_meant(stem: str) -> str | None:
    """The period that a file name nearly is: ``2025-7``, ``2025-h1``, ``2025年报``."""
    found = re.fullmatch(r"([0-9]{4})-?(H[12]|Q[1-4]|[0-9]{1,2})?(?:年|年度|年报|年度报告)?", stem.strip().upper())
    if found is None:
        return None
    part = found[2] or ""
    meant = "-".join(filter(None, (found[1], part.zfill(2) if part else "")))
    return meant if parse_period(meant) else None


def _refuse_stray(path: str, parts: list[str], extension: str, tree: Tree) -> None:
    if extension == "yml":
        tree.refuse(path, "记录的扩展名应是 .yaml", "把 .yml 改成 .yaml")
    elif parts[0] in ("teams", "societies", "questions") and not all(is_slug(p) for p in parts[1:-1]):
        tree.refuse(path, "文件夹名只能用小写字母、数字和短横线", "例如 teams/310107/xinhong")
    elif parts[0] == "questions" and len(parts) == 3:
        tree.refuse(path, "问题的文件名应是数字", "例如 questions/310107/1.yaml")
    elif parts[0] == "societies" and len(parts) == 2:
        tree.refuse(path, "红十字会的文件名只能用区划代码或小写代号", "例如 societies/310107.yaml")
    else:
        tree.refuse(path, "这个文件不属于任何规定的位置", _HOME)
