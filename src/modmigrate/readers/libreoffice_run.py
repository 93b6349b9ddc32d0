"""LibreOffice as a process: under a profile that follows nothing, with bounded work, gone when we are gone."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from math import ceil
from pathlib import Path
from time import monotonic
from typing import Any

PATIENCE = 8
"""Times as long as it may work it may take: on a machine that others use, work is waiting for the most part."""
_NOWHERE = ("127.0.0.1", 9)
"""Where nothing listens (the discard service, RFC 863): a proxy for whatever else might ask for the network."""
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
)
SETTINGS: tuple[tuple[str, str, str], ...] = (
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.WriterWeb/Content/Update", "Link", "0"),
    ("Office.Calc/Content/Update", "Link", "2"),
    ("Inet/Settings", "ooInetProxyType", "1"),
    *(("Inet/Settings", f"ooInet{kind}ProxyName", _NOWHERE[0]) for kind in ("HTTP", "HTTPS", "FTP")),
    *(("Inet/Settings", f"ooInet{kind}ProxyPort", str(_NOWHERE[1])) for kind in ("HTTP", "HTTPS", "FTP")),
)
"""No active content, no link to what no one trusts, no macro, no update of links (Writer: 0 never, Calc: 2 never)."""
_WATCHED = (
    'exec 3<&0 </dev/null; (cat <&3 >/dev/null; rm -rf -- "$1" "$2"; kill -9 0) & exec 3<&-; '
    'ulimit -t "$3"; ulimit -c 0; shift 3; exec "$@"'
)
"""A shell that starts the program with as much processor time as it may have, and ends all of it, and removes its
folders, when the pipe to us is closed: by us, or since we were killed."""


def run(program: str, arguments: Sequence[str], folder: Path, seconds: float) -> float | None:
    """Run LibreOffice on files in a folder of ours; gives the seconds that it worked, None when that was too long.

    `seconds` are of processor time where the system counts it, which a busy machine does not use up.
    """
    with tempfile.TemporaryDirectory() as profile:
        _write_profile(Path(profile))
        command = [program, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore", *arguments]
        if os.name != "posix":
            return _waited(subprocess.Popen(command, **_silent(subprocess.DEVNULL)), seconds * PATIENCE)  # noqa: S603
        shell = ["/bin/sh", "-c", _WATCHED, "sh", profile, str(folder), str(ceil(seconds)), *command]
        before = _worked()
        process = subprocess.Popen(shell, start_new_session=True, **_silent(subprocess.PIPE))  # noqa: S603
        in_time = _waited(process, seconds * PATIENCE)
        used = _worked() - before
        # What ended it is hidden behind the scripts around it; the system counts in steps.
        return used if in_time is not None and used < 0.9 * seconds else None


def _waited(process: subprocess.Popen[bytes], seconds: float) -> float | None:
    """How long it ran; None if it had to be ended. However this ends, nothing of it is left."""
    begun = monotonic()
    try:
        process.wait(seconds)
        return monotonic() - begun
    except subprocess.TimeoutExpired:
        return None
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started: soffice is a script around the real one."""
    if sys.platform != "win32":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, 9)
    else:
        process.kill()
    if process.stdin is not None:
        process.stdin.close()
    process.wait()


def _silent(stdin: int) -> dict[str, Any]:
    return {"stdin": stdin, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def _worked() -> float:
    """Processor time of children that have ended."""
    if sys.platform == "win32":
        return 0.0
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _write_profile(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'
        "</item>\n"
        for path, name, value in SETTINGS
    )
    (profile / "user").mkdir()
    (profile / "user" / "registrymodifications.xcu").write_text(f"{_HEAD}{items}</oor:items>\n", "utf-8")
