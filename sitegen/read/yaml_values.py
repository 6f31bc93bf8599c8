"""YAML text → plain values, all scalars as text.

Only events are read from the library, because its composers recurse (60 kB of brackets end the process) and unfold aliases.
Nothing is guessed from a scalar's look: `no`, `1.10` and `04101` stay text, and the record's own types convert them.
"""

import yaml

from sitegen.read import yaml_faults
from sitegen.read.yaml_builder import Builder, Fault, Mark, Marks, StopReading, Value


def values(text: str) -> tuple[Value, list[Fault]]:
    """The value that `text` describes (None if it cannot be read), and every fault of its form."""
    value, faults, _ = _read(text, None)
    return value, faults


def marks(text: str) -> Marks:
    """Where the keys and values of `text` stand, as far as it can be read."""
    return _read(text, Marks({}, {}))[2] or Marks({}, {})


def _read(text: str, where: Marks | None) -> tuple[Value, list[Fault], Marks | None]:
    builder = Builder(text, where)
    try:
        return builder.document(), builder.faults, where
    except StopReading:
        return None, builder.faults, where
    except yaml.MarkedYAMLError as error:
        builder.faults.append(_syntax(error, text))
        return None, builder.faults, where
    except yaml.reader.ReaderError as error:
        message = "a character stands here that text files cannot hold"
        builder.faults.append(
            Fault("yaml-syntax", message, "delete it and type the text again", _at(text, error.position))
        )
        return None, builder.faults, where


def _at(text: str, position: int) -> Mark:
    return Mark(text.count("\n", 0, position), position - text.rfind("\n", 0, position) - 1)


def _syntax(error: yaml.MarkedYAMLError, text: str) -> Fault:
    said = yaml_faults.explain(error, text)
    return Fault("yaml-syntax", said.message, said.hint, Mark(said.line, said.column, said.width))
