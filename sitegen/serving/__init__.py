"""The published folder → what the host would answer to a browser, and news of each build for open pages."""
