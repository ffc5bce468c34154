"""What happened so far, one after the other, as a value: a longer one shares what it begins with."""

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar, overload

T = TypeVar("T")


class Trail(Sequence[T], Generic[T]):
    """A sequence that never changes, and gives a longer one in the same time however long it is."""

    __slots__ = ("_length", "_shared")

    def __init__(self, items: Sequence[T] = ()) -> None:
        self._shared, self._length = list(items), len(items)

    def and_then(self, item: T) -> "Trail[T]":
        """Return what is longer by *item*; only the first that goes on from here does so in place."""
        ends_here = len(self._shared) == self._length
        longer = Trail[T]() if ends_here else Trail(self)
        if ends_here:
            longer._shared = self._shared
        longer._shared.append(item)
        longer._length = self._length + 1
        return longer

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        found = range(self._length)[place]
        return self._shared[found] if isinstance(found, int) else [self._shared[one] for one in found]

    def __iter__(self) -> Iterator[T]:
        return (self._shared[place] for place in range(self._length))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Trail) and list(self) == list(other)

    def __hash__(self) -> int:
        return hash(tuple(self))
