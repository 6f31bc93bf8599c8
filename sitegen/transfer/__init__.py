"""Records to and from the world: other formats of badges and credentials, spreadsheets, and one form for our own files."""
