"""Who makes the site: thin, replaceable, and the only parts that know those tools."""
