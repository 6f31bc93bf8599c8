"""Tests of the published sample site. A package, so that its browser ends with it and not with the whole run."""
