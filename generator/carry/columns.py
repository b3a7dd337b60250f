"""columns.yaml: which of her columns is which of ours. Read, or drafted with guesses for her to look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.carry.days import ORDERS, Order
from generator.carry.reading.refused import Refused

LARGEST = 1_000_000
"""Bytes of a map."""
_KEYS = frozenset({"workbook", "language", "sheet", "heads", "dates", "columns", "choices"})


@dataclass(frozen=True)
class Columns:
    """What the map says."""

    workbook: str
    """The id of our workbook."""
    columns: Mapping[str, str]
    """By her head, or by `column C`: `person.name`; what is not to be taken has nothing."""
    language: str = ""
    sheet: str = ""
    """The name of her sheet; the first if empty."""
    heads: int = 1
    """The row of her heads."""
    dates: Order = "ask"
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By our column: what her words mean, by her word in small letters."""


def read_columns(content: bytes) -> Columns:
    """The map; Refused, with the place where there is one, if it is none."""
    if len(content) > LARGEST:
        raise Refused("map_broken", line=1)
    try:
        data = yaml.load(content.decode("utf-8-sig"), Loader=_Loader)
    except UnicodeDecodeError as error:
        raise Refused("map_not_utf8") from error
    except RecursionError as error:
        raise Refused("map_broken", line=1) from error
    except yaml.MarkedYAMLError as error:
        raise Refused("map_broken", line=error.problem_mark.line + 1 if error.problem_mark else 1) from error
    except yaml.YAMLError as error:
        raise Refused("map_broken", line=1) from error
    return _columns(data)


def _columns(data: Any) -> Columns:
    if not isinstance(data, dict) or not isinstance(data.get("columns"), dict):
        raise Refused("map_without_columns")
    if unknown := data.keys() - _KEYS:
        raise Refused("map_unknown_key", key=sorted(map(str, unknown))[0], known=", ".join(sorted(_KEYS)))
    heads, dates = _text(data, "heads") or "1", _text(data, "dates") or "ask"
    if not heads.isascii() or not heads.isdigit() or not 1 <= int(heads[:8]) <= 1_048_576:
        raise Refused("map_heads", said=heads)
    order = next((each for each in ORDERS if each == dates), None)
    if order is None:
        raise Refused("map_dates", said=dates, known=" / ".join(ORDERS))
    return Columns(
        workbook=_text(data, "workbook"),
        columns={key: _one(value, f"columns: {key}") for key, value in data["columns"].items()},
        language=_text(data, "language"),
        sheet=_text(data, "sheet"),
        heads=int(heads),
        dates=order,
        choices=_choices(data.get("choices") or {}),
    )


def _choices(data: Any) -> dict[str, dict[str, str]]:
    if not isinstance(data, dict) or not all(isinstance(each, dict) for each in data.values()):
        raise Refused("map_choices")
    return {
        ours: {hers.strip().lower(): _one(means, f"choices: {ours}: {hers}") for hers, means in said.items()}
        for ours, said in data.items()
    }


def _text(data: Mapping[str, Any], key: str) -> str:
    return _one(data.get(key, ""), key)


def _one(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise Refused("map_no_text", where=where)
    return value.strip()


class _Loader(yaml.BaseLoader):
    """Everything is text, so that a head `No` is no “false”; a key stands once."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            raise yaml.constructor.ConstructorError(None, None, "no text", key_node.start_mark)
        if key_node.value in found:
            raise yaml.constructor.ConstructorError(None, None, "twice", key_node.start_mark)
        found[key_node.value] = loader.construct_object(value_node, deep=True)
    return found


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def entry(key: str, value: str) -> str:
    """One line of YAML, with quotation marks where they are needed."""
    written: str = yaml.safe_dump({key: value}, allow_unicode=True, width=100_000)
    return written.rstrip("\n")


def block(key: str, entries: Mapping[str, str], remarks: Mapping[str, str]) -> Sequence[str]:
    """A key with lines below it, each with its remark."""
    lines = [f"{key}:"]
    for each, value in entries.items():
        said = entry(each, value)
        # A head with line breaks takes several lines, after which a remark would be part of it.
        remark = f"  # {remarks[each]}" if each in remarks and "\n" not in said else ""
        lines += [f"  {part}" for part in (said + remark).split("\n")]
    return lines
