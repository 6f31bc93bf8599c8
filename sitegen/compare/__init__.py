"""A record before and after → what changes for people, in words."""
