"""The bar that shows how far long work has come."""

import io
from types import SimpleNamespace

import pytest

from sitegen.cli import bar, say
from sitegen.cli.options import Setting


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    stream = Terminal()
    monkeypatch.setattr(bar, "sys", SimpleNamespace(stderr=stream))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(bar, "AFTER", 0)
    return stream


def test_a_bar() -> None:
    assert bar.line("Reading", 1500, 3000, 60) == f"Reading [{'#' * 17}{'.' * 17}] 1,500 of 3,000"


@pytest.mark.parametrize("width", [5, 20, 40, 200])
def test_a_bar_fits(width: int) -> None:
    assert len(bar.line("Reading", 3000, 3000, width)) <= width


def test_work_of_unknown_length() -> None:
    assert bar.line("Checking", 0, 0, 60) == "Checking …"


def test_more_than_there_was_said_to_be() -> None:
    assert bar.line("Reading", 12, 10, 40).count("#") == bar.line("Reading", 10, 10, 40).count("#")


def test_a_terminal_sees_it_and_is_left_clean(terminal: Terminal) -> None:
    with bar.progress(Setting()) as show:
        show("Reading", 1, 2)
    assert "Reading [" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\033[K")


@pytest.mark.parametrize(("name", "value"), [("CI", "true"), ("TERM", "dumb")])
def test_nobody_is_watching(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with bar.progress(Setting()) as show:
        show("Reading", 1, 2)
    assert terminal.getvalue() == ""


def test_quiet_has_no_bar(terminal: Terminal) -> None:
    with bar.progress(Setting(quiet=True)) as show:
        show("Reading", 1, 2)
    assert terminal.getvalue() == ""


def test_short_work_has_no_bar(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bar, "AFTER", 60)
    with bar.progress(Setting()) as show:
        show("Reading", 1, 2)
    assert terminal.getvalue() == ""


def test_a_terminal_gets_colours(terminal: Terminal) -> None:
    assert say.colours(Setting(), terminal)("x", "error") != "x"
    assert say.colours(Setting(), io.StringIO())("x", "error") == "x"
