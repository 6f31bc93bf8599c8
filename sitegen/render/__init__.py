"""page → bytes: themes, templates and assets."""
