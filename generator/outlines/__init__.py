"""What a thing is, whatever it is written on: paper, page or sheet of Excel."""
