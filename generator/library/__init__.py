"""The library: what the starters hold, part by part, for shops that began with less or with something else."""
