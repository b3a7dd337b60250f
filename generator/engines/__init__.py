"""Who makes the site: thin, replaceable, and the only parts that know those tools."""

import os

# Material prints its end-of-life notice when it is imported, unless told not to.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
