"""The command line: build | make | list | issue | fill | check | serve | new | carry | schema | fields | explain."""

from generator.commands import beginning, filling, looking, making, reference
from generator.commands.group import main

__all__ = ["beginning", "filling", "looking", "main", "making", "reference"]

if __name__ == "__main__":
    main()
