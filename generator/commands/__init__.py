"""The commands, by what somebody wants: `group.py` is what they share, each other module adds its own to it."""
