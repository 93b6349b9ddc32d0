"""Where the words of documents went: read, left out by reason, and not accounted for.

    python benchmarks/account.py FOLDER... [--show]

Per file the account that `convert` prints; with --show each place whose words stand nowhere in the module. The goal: at
most one word in a thousand not accounted for.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from modmigrate.account.ledger import account, lost, total
from modmigrate.document import UNEXPLAINED
from modmigrate.errors import ModmigrateError
from modmigrate.readers import read
from modmigrate.recogniser import recognise

KINDS = (".docx", ".docm", ".dotx", ".pdf")
WANTED = 0.001


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    words = 0
    gone: Counter[str] = Counter()
    for path in sorted(f for folder in asked.folders for f in folder.rglob("*") if f.suffix.lower() in KINDS):
        try:
            document = read(path)
        except ModmigrateError:
            continue
        module, _ = recognise(document)
        found, _ = account(document, module)
        words += found.words
        gone.update(dict(found.left_out))
        print(f"{path.name[:44]:46}{total(found).message}")
        for entry in (*document.left_out, *lost(document, module)) if asked.show else ():
            if entry.reason == UNEXPLAINED:
                print(f"       {entry.where}  {entry.text[:150]}")
    share = gone[UNEXPLAINED] / max(words, 1)
    print(f"{words:,} words; {', '.join(f'{reason} {count:,}' for reason, count in gone.most_common())}")
    print(f"not accounted for: {share:.3%}, limit {WANTED:.1%}   {'good' if share <= WANTED else 'TOO MANY'}")


if __name__ == "__main__":
    main()
