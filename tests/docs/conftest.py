"""A new site, as `sitegen new` leaves it, for tests of what the documentation says about one."""

from pathlib import Path

import pytest

from sitegen.starter import filling


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The folder of a new site."""
    root = tmp_path / "site"
    for name, text in filling.site("Hillside", "https://hillside.example").items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root
