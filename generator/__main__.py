"""The command line: build | make | list | issue | pocket | fill | check | serve | share | new | add | remove | carry | schema | fields | explain."""

from generator.commands import beginning, filling, library, looking, making, reference
from generator.commands.group import main

__all__ = ["beginning", "filling", "library", "looking", "main", "making", "reference"]

if __name__ == "__main__":
    main()
