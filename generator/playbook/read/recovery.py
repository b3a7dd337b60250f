"""What is left of a playbook when its faulty parts are set aside, so that checks can look at the rest.

Two ways of setting aside: `mended` keeps every item and puts something harmless where a value does not do, for
checks of ids and texts; `sound` leaves out every item that has a fault, for checks of what belongs together.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from generator.playbook.languages import LANGUAGES
from generator.playbook.model.playbook import Playbook
from generator.playbook.model.record import NOTHING, Record, Route, inside
from generator.playbook.model.text import Text
from generator.playbook.read.validation import Fault, records_at, understood

MOST_ROUNDS = 30
"""Setting one thing aside may show another; after so many rounds the rest is given up."""
NOBODY = "-"
"""The id and the text that stand where there is none."""
NAMELESS = "left-out-id"
"""The id that stands where one cannot be read and `-` will not do."""
_HARMLESS = (NOBODY, NAMELESS, "00:00", "2000-01-01", "https://x", "#000000", 1, 1.0, False)


@dataclass
class Rest:
    """A playbook without its faults, and what in it is not the author's."""

    data: Any
    playbook: Playbook | None = None
    left_out: list[object] = field(default_factory=lambda: [{"id": NOBODY}])
    """The parts taken out."""
    unread: set[str] = field(default_factory=set)
    """Chapters, and fields of chapters as `about.owner`, that are not as the author meant them."""
    put_in: list[Route] = field(default_factory=list)
    """Where something harmless stands, as routes in the file."""

    def written(self, route: Route) -> Route:
        """`route` with the list positions of the file, where entries have been taken out before."""
        return _as_written(self.data, route)

    def is_put_in(self, route: Route) -> bool:
        """Whether what stands at `route` is not the author's, be it in one language only."""
        return any(
            route[: len(each)] == each or (each[:-1] == route and each[-1] in LANGUAGES)
            for each in self.put_in
        )


def mended(data: object) -> Rest:
    """`data` with something harmless in the place of each value that does not do."""
    return _rest(data, _value_around)


def sound(data: object) -> Rest:
    """`data` without the items that have a fault."""
    return _rest(data, _item_around)


def _rest(data: object, target_of: Callable[[Fault, Any], Route]) -> Rest:
    rest = Rest(copy.deepcopy(data))
    for _ in range(MOST_ROUNDS):
        found = understood(rest.data)
        if isinstance(found, Playbook):
            rest.playbook = found
            break
        # Inner parts and later entries go before what holds them, so that no position shifts under our feet.
        for target in sorted(
            {target_of(fault, rest.data) for fault in found}, key=_depth_first, reverse=True
        ):
            _set_aside(rest, target)
    return rest


def _depth_first(route: Route) -> tuple[int, tuple[int, ...]]:
    return len(route), tuple(step for step in route if isinstance(step, int))


def _item_around(fault: Fault, _data: object) -> Route:
    """The outermost list entry around a fault, or its chapter; in a chapter that must be there, the field."""
    ends = [depth + 1 for depth, step in enumerate(fault.route) if isinstance(step, int)]
    if ends:
        return fault.route[: ends[0]]
    return fault.route[: 2 if fault.route[0] in _required_chapters() else 1]


def _value_around(fault: Fault, data: object) -> Route:
    """What a fault concerns: the value, or the innermost list entry where nothing can stand in for the value."""
    route = fault.route
    if fault.type == "text_language" and fault.given is None:
        return route[:-1]  # What is left of a text that was cut in two is not what the author meant.
    if _at(data, route) is NOTHING and _stand_in(route, data) is NOTHING:
        ends = [depth + 1 for depth, step in enumerate(route) if isinstance(step, int)]
        return route[: ends[-1]] if ends else route[:1]
    return route


def _set_aside(rest: Rest, route: Route) -> None:
    """Puts something harmless at `route`, or takes out what need not or cannot be there."""
    *before, last = route
    holder = _at(rest.data, tuple(before))
    names = [str(step) for step in (route if isinstance(last, str) else before)]
    if not any(isinstance(step, int) for step in before):
        rest.unread.add(".".join(names[:2]))
    gone = inside(holder, last)
    rest.left_out.append({"id": gone} if last == "id" else gone)
    if last == "id" and (len(route) == len(("chapter", 0, "id")) or not isinstance(gone, str)):
        rest.unread.add(str(route[0]))  # Whatever names something there may mean this.
    stand_in = _stand_in(route, rest.data)
    if stand_in is not NOTHING and isinstance(holder, dict):
        rest.put_in.append(rest.written(route))
        holder[last] = stand_in
    elif isinstance(holder, dict):
        holder.pop(last, None)
    elif isinstance(last, int) and isinstance(outer := _at(rest.data, tuple(before[:-1])), dict):
        outer[before[-1]] = _Kept.without(holder, last)


class _Kept(tuple[Any, ...]):
    """What is left of a list, and the positions its entries had as it was written."""

    positions: tuple[int, ...]

    @classmethod
    def without(cls, entries: tuple[Any, ...], index: int) -> _Kept:
        positions = getattr(entries, "positions", tuple(range(len(entries))))
        kept = cls(entries[:index] + entries[index + 1 :])
        kept.positions = positions[:index] + positions[index + 1 :]
        return kept


def _as_written(data: Any, route: Route) -> Route:
    steps: list[str | int] = []
    for step in route:
        positions = getattr(data, "positions", ())
        steps.append(positions[step] if isinstance(step, int) and step < len(positions) else step)
        data = inside(data, step)
    return tuple(steps)


def _at(data: Any, route: Route) -> Any:
    for step in route:
        data = inside(data, step)
    return data


@cache
def _required_chapters() -> frozenset[str]:
    fields = Playbook.model_fields.items()
    return frozenset(about.alias or name for name, about in fields if about.is_required())


def _stand_in(route: Route, data: Any) -> Any:
    """Something harmless for the field at `route`; NOTHING if it need not be there or nothing will do."""
    *before, last = route
    kinds = records_at(tuple(before), data)
    if not kinds and last in LANGUAGES:
        return NOBODY
    fields = [kind.model_fields.get("schema_" if last == "schema" else str(last)) for kind in kinds]
    required = [each for each in fields if each is not None and each.is_required()]
    return next(_stand_ins(_annotation(required[0])), NOTHING) if required else NOTHING


def _annotation(about: FieldInfo) -> Any:
    return Annotated[(about.annotation, *about.metadata)] if about.metadata else about.annotation


def _stand_ins(annotation: Any) -> Iterator[Any]:
    """Harmless values that an annotation takes."""
    adapter: TypeAdapter[Any] = TypeAdapter(annotation)
    for candidate in _candidates(annotation):
        try:
            adapter.validate_python(candidate, strict=True)
        except ValidationError:
            continue
        yield candidate


def _candidates(annotation: Any) -> Iterator[Any]:
    if annotation is Text:
        yield NOBODY
    elif isinstance(annotation, type) and issubclass(annotation, Record):
        fields = annotation.model_fields.items()
        yield {name: next(_stand_ins(_annotation(each)), None) for name, each in fields if each.is_required()}
    elif get_origin(annotation) is Literal:
        yield from get_args(annotation)
    elif get_origin(annotation) is tuple:
        one = next(_stand_ins(get_args(annotation)[0]), None)
        yield from ((one,) * count for count in (0, 1, 2, 3))
    elif get_origin(annotation) is Annotated:
        yield from _candidates(get_args(annotation)[0])
    elif get_args(annotation):
        yield from (candidate for branch in get_args(annotation) for candidate in _candidates(branch))
    else:
        yield from _HARMLESS
