"""Quiz papers: their variants, what is right on each, and when it is passed."""
