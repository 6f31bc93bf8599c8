"""Badges from elsewhere: what can be checked of them without knowing their issuers. No build ever loads this."""
