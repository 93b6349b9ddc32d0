"""Where a process begins: `python -m modmigrate` and the command `modmigrate`."""

from __future__ import annotations


def main() -> None:
    """Run the command line, with what compiling made in earlier runs."""
    from .kept_code import kept

    with kept():
        from .cli import main as run

        run()


if __name__ == "__main__":
    main()
