"""What the operating system says when a file cannot be read or written, in words."""

import errno

_WORDS = {
    errno.ENOENT: "it is not there",
    errno.EACCES: "permission is refused",
    errno.EPERM: "permission is refused",
    errno.EROFS: "the disk can only be read",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EFBIG: "it is larger than files may be here",
    errno.EIO: "the disk does not answer as it should",
    errno.ENOTDIR: "a part of its path is a file, not a folder",
    errno.EISDIR: "it is a folder, not a file",
    errno.ELOOP: "its link leads round in a ring",
    errno.ENAMETOOLONG: "its name is too long",
    errno.EMFILE: "too many files are open",
    errno.EEXIST: "it is there already",
    errno.EBUSY: "another program is using it",
    errno.ENOTEMPTY: "another program is writing in it",
}
_SHARING = 32
"""Windows: another program holds the file open."""


def worded(fault: Exception) -> str:
    """Why the system refused, as a person would say it."""
    if getattr(fault, "winerror", None) == _SHARING:
        return "another program has it open"
    number = fault.errno if isinstance(fault, OSError) else None
    said = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
    return _WORDS.get(number or 0, said[:1].lower() + said[1:])
