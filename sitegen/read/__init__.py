"""one file → records: everything between bytes on disk and a typed record."""
