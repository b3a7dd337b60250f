"""From files to data: the text as written, where each value stands, what is wrong with it."""
