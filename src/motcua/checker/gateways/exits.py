"""How the reading of a file ended, said between two processes."""

from enum import IntEnum

__all__ = ["Exit"]


class Exit(IntEnum):
    """The exit code of the process that read; a process that was killed has a negative one."""

    READ = 0
    DAMAGED = 10
    FORMAT = 11
    SCAN = 12  # a PDF of pictures
    HEAVY = 13  # too much memory
    OLD = 14  # a Word file of before 2007
    LOCKED = 15  # a password
