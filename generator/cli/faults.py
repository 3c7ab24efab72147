"""Faults of use, not of the program or of the records: each one plain line, exit code 2."""

from __future__ import annotations

import errno

from generator.cli.echo import echo

OK, FOUND, CANNOT_RUN, BUG, STOPPED = 0, 1, 2, 3, 130
"""The exit codes of every command."""

_WORDS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EROFS: "磁盘是只读的",
    errno.EISDIR: "这是一个文件夹，不是文件",
    errno.ENOTDIR: "这是一个文件，不是文件夹",
    errno.EEXIST: "已经有同名的文件",
    errno.ELOOP: "这是一个链接",
    errno.EADDRINUSE: "端口已被占用，请用 --port 换一个",
    errno.EMFILE: "打开的文件太多",
    errno.EIO: "磁盘读写出错",
}


class UserError(Exception):
    """What the person can put right; the message is one line for people."""


def system_words(error: OSError) -> str:
    """What the operating system refused, in one line."""
    words = _WORDS.get(error.errno or 0) or error.strerror or str(error) or type(error).__name__
    name = error.filename if error.filename is not None else ""
    return f"{words}：{echo(str(name))}" if name else echo(words)
