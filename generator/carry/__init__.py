"""What an owner has typed, in an older workbook or a list of their own, comes into today's workbook."""
