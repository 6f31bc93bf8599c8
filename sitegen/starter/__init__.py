"""What a new site, and a new record of each kind, starts out as."""
