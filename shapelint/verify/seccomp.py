"""seccomp: the system calls a snippet's process may not make, as a BPF program put together by hand.

Source: Documentation/userspace-api/seccomp_filter.rst; the numbers are those of
arch/x86/entry/syscalls/syscall_64.tbl and, for aarch64, include/uapi/asm-generic/unistd.h.

A list of refusals and not of permissions: frameworks, BLAS and drivers call what they like, and a
call that none of us thought of must not turn a working snippet into a failing one. Landlock and the
namespaces stand behind it. Calls newer than the list are answered ENOSYS, as an older kernel would.

Runs in the user's Python, after the fork, so it needs nothing newer than Python 3.8.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
import sys

# name: (x86_64, aarch64); None where the architecture never had the call.
_NETWORK = {
    "socket": (41, 198),
    "socketpair": (53, 199),
    "connect": (42, 203),
    "bind": (49, 200),
    "listen": (50, 201),
    "accept": (43, 202),
    "accept4": (288, 242),
    "sendto": (44, 206),
    "sendmsg": (46, 211),
    "sendmmsg": (307, 269),
}
_PROCESSES = {
    "fork": (57, None),
    "vfork": (58, None),
    "execve": (59, 221),
    "execveat": (322, 281),
    "kill": (62, 129),
    "tkill": (200, 130),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    "pidfd_send_signal": (424, 424),
    "pidfd_open": (434, 434),
    "pidfd_getfd": (438, 438),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "process_mrelease": (448, 448),
    "kcmp": (312, 272),
    "sched_setattr": (314, 274),
    "sched_setparam": (142, 118),
    "sched_setscheduler": (144, 119),
    "setpriority": (141, 140),
    "ioprio_set": (251, 30),
    "migrate_pages": (256, 238),
    "move_pages": (279, 239),
}
# What Landlock leaves open: any file's owner may do these, wherever the file lies.
_FILES = {
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "chown": (92, None),
    "lchown": (94, None),
    "fchown": (93, 55),
    "fchownat": (260, 54),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "fsetxattr": (190, 7),
    "setxattrat": (463, 463),
    "removexattr": (197, 14),
    "lremovexattr": (198, 15),
    "fremovexattr": (199, 16),
    "removexattrat": (466, 466),
    "utime": (132, None),
    "utimes": (235, None),
    "futimesat": (261, None),
    "utimensat": (280, 88),
    "file_setattr": (469, 469),
    "truncate": (76, 45),  # ABI 3 covers it; before, this must
    "mknod": (133, None),
    "mknodat": (259, 33),
}
# Memory that outlives the process, or that no limit on address space counts.
_MEMORY = {
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "shmget": (29, 194),
    "msgget": (68, 186),
    "semget": (64, 190),
    "mq_open": (240, 180),
    "mq_unlink": (241, 181),
}
_MACHINE = {
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "move_mount": (429, 429),
    "open_tree": (428, 428),
    "open_tree_attr": (467, 467),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "unshare": (272, 97),
    "setns": (308, 268),
    "chroot": (161, 51),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "reboot": (169, 142),
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "acct": (163, 89),
    "settimeofday": (164, 170),
    "clock_settime": (227, 112),
    "clock_adjtime": (305, 266),
    "adjtimex": (159, 171),
    "sethostname": (170, 161),
    "setdomainname": (171, 162),
    "syslog": (103, 116),
    "quotactl": (179, 60),
    "quotactl_fd": (443, 443),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    "fanotify_init": (300, 262),
    "inotify_init": (253, None),
    "inotify_init1": (294, 26),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "userfaultfd": (323, 282),
    "keyctl": (250, 219),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "vhangup": (153, 58),
    "iopl": (172, None),
    "ioperm": (173, None),
    "modify_ldt": (154, None),
    "uselib": (134, None),
}
REFUSED: dict[str, tuple[int | None, int | None]] = {
    **_NETWORK,
    **_PROCESSES,
    **_FILES,
    **_MEMORY,
    **_MACHINE,
}

# Looked at more closely: allowed with some arguments.
_CLONE = (56, 220)
_CLONE3 = (435, 435)  # its flags lie in memory, out of a filter's sight; glibc falls back to clone
_OPENAT2 = (437, 437)  # likewise
_TGKILL = (234, 131)
_PRLIMIT64 = (302, 261)
_SCHED_SETAFFINITY = (203, 122)
_IOCTL = (16, 29)
_OPEN = (2, None)
_OPENAT = (257, 56)
_NEWEST = 470  # listns, Linux 6.18

_CLONE_THREAD = 0x00010000
_O_TRUNC, _O_ACCMODE = 0o1000, 0o3
# TIOCSTI and TIOCLINUX type into a terminal; FS_IOC_SETFLAGS and FS_IOC_FSSETXATTR change any file
# its owner can read.
_IOCTLS = (0x5412, 0x541C, 0x40086602, 0x401C5820)

_ARCHITECTURES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}  # AUDIT_ARCH_*
_X32 = 0x40000000

_LOAD, _EQUAL, _GREATER, _ANY_BIT, _AND, _RETURN = 0x20, 0x15, 0x25, 0x45, 0x54, 0x06
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16  # offsets in struct seccomp_data
_ALLOW, _ERRNO, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_EPERM, _ENOSYS = 1, 38
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _FILTER = 38, 22, 2


class SeccompError(OSError):
    """No filter could be installed."""


def program(machine: str, pid: int) -> bytes:
    """The filter for a process of this pid on this kind of machine."""
    column, architecture = _ARCHITECTURES[machine]
    refuse = (_RETURN, 0, 0, _ERRNO | _EPERM)
    unknown = (_RETURN, 0, 0, _ERRNO | _ENOSYS)
    allow = (_RETURN, 0, 0, _ALLOW)
    # Each: code, jump if true, jump if false, constant.
    code: list[tuple[int, int, int, int]] = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
        (_GREATER, 0, 1, _NEWEST),  # x32's numbers too
        unknown,
    ]

    def when(call: tuple[int | None, int | None], *body: tuple[int, int, int, int]) -> None:
        number = call[column]
        if number is not None:
            code.extend([(_EQUAL, 0, len(body), number), *body])

    def argument(index: int) -> tuple[int, int, int, int]:
        return (
            _LOAD,
            0,
            0,
            _ARGUMENTS + 8 * index,
        )  # the low word; both machines are little-endian

    own = ((_EQUAL, 0, 1, pid), allow, refuse)
    own_or_none = ((_EQUAL, 1, 0, 0), (_EQUAL, 0, 1, pid), allow, refuse)
    only_truncates = ((_AND, 0, 0, _O_TRUNC | _O_ACCMODE), (_EQUAL, 0, 1, _O_TRUNC), refuse, allow)
    when(_CLONE, argument(0), (_ANY_BIT, 0, 1, _CLONE_THREAD), allow, refuse)
    when(_CLONE3, unknown)
    when(_OPENAT2, unknown)
    when(_OPEN, argument(1), *only_truncates)
    when(_OPENAT, argument(2), *only_truncates)
    when(_TGKILL, argument(0), *own)
    when(_PRLIMIT64, argument(0), *own_or_none)
    when(_SCHED_SETAFFINITY, argument(0), *own_or_none)
    asked = [step for ioctl in _IOCTLS for step in ((_EQUAL, 0, 1, ioctl), refuse)]
    when(_IOCTL, argument(1), *asked, allow)
    for call in REFUSED.values():
        when(call, refuse)
    code.append(allow)
    return b"".join(struct.pack("=HBBI", *step) for step in code)


def supported() -> bool:
    return sys.platform == "linux" and platform.machine() in _ARCHITECTURES


def install() -> None:
    """Put the filter on this process, for ever. The caller has one thread."""
    machine = platform.machine()
    if machine not in _ARCHITECTURES or struct.calcsize("P") != 8:
        raise SeccompError(_ENOSYS, f"no list of system calls for {machine}")
    steps = program(machine, os.getpid())
    text = ctypes.create_string_buffer(steps, len(steps))
    listing = struct.pack("HxxxxxxQ", len(steps) // 8, ctypes.addressof(text))  # struct sock_fprog
    pointer = ctypes.create_string_buffer(listing, len(listing))
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    word = ctypes.c_ulong
    prctl(_PR_SET_NO_NEW_PRIVS, word(1), word(0), word(0), word(0))
    if prctl(_PR_SET_SECCOMP, word(_FILTER), pointer, word(0), word(0)) != 0:
        reason = ctypes.get_errno()
        raise SeccompError(reason, f"seccomp: {os.strerror(reason)}")
