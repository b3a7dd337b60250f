"""The command line: build | make | list | issue | check | serve | new | carry | schema | fields | explain."""

from generator.commands import beginning, looking, making, reference
from generator.commands.group import main

__all__ = ["beginning", "looking", "main", "making", "reference"]

if __name__ == "__main__":
    main()
