"""`modmigrate` and `python -m modmigrate`: the process around the commands, which starts and ends quickly."""

from __future__ import annotations

import atexit
import gc
import os
import sys


def run() -> None:
    """Run the command line on this process's arguments, and end the process.

    Garbage is collected seldom from the first import on: what a conversion makes is freed by counting references,
    and looking through what is being imported took a tenth of a short conversion.
    """
    try:
        from .processes import stopping
    except KeyboardInterrupt:
        sys.stderr.write("stopped by Ctrl-C\n")  # What would say so is not there yet.
        sys.exit(130)
    gc.set_threshold(50_000, 20, 50)
    code: list[int] = []
    atexit.register(_end, code)  # The first one registered is the last one called.
    try:
        stopping.listen()
        from .cli import main

        main()
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            code.append(end.code or 0)
        raise
    except (stopping.Stopped, KeyboardInterrupt) as error:
        stopping.deafen()
        stopped = error if isinstance(error, stopping.Stopped) else stopping.Stopped(2)
        stopping.say(stopped)
        code.append(stopped.exit_code)
        sys.exit(stopped.exit_code)


def _end(code: list[int]) -> None:
    """End at once, if it is an orderly end: taking the interpreter apart piece by piece is time for nothing."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
        if code:
            os._exit(code[0])
    except (OSError, ValueError):
        return


# Not when a worker process of a batch imports the program's main module under a name of its own.
if __name__ == "__main__":
    run()
