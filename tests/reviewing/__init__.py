"""The pages for assessors: what they show, what their forms keep, and who is let in."""
