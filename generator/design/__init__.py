"""How everything looks: colours, type, building blocks, fonts. Shared by the site and the paper."""
