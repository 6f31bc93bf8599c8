"""What the tests of publishing share: the stand-in build, and a look at every byte of a folder."""

import importlib.util
import stat
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from sitegen.write import recover, stage
from sitegen.write.trees import Stage

Snapshot = dict[str, tuple[int, bytes]]


@pytest.fixture(scope="session")
def driver() -> ModuleType:
    """The stand-in build, `driver.py` in this folder."""
    spec = importlib.util.spec_from_file_location("driver", Path(__file__).with_name("driver.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def snapshot() -> Callable[[Path], Snapshot | None]:
    """Reads a folder: address to mode and bytes, folders with a slash at the end; None if there is no folder."""

    def take(folder: Path) -> Snapshot | None:
        if not folder.is_dir():
            return None
        found: Snapshot = {}
        for path in folder.rglob("*"):
            mode = stat.S_IMODE(path.lstat().st_mode)
            address = path.relative_to(folder).as_posix()
            found.update(
                {f"{address}/": (mode, b"")} if path.is_dir() else {address: (mode, path.read_bytes())}
            )
        return found

    return take


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where to publish; nothing is there."""
    return tmp_path / "public"


@pytest.fixture
def empty_stage(out: Path) -> Stage:
    """The stage of a first build."""
    return stage.prepare(recover.recover(out, None))
