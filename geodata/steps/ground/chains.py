"""Joins the arcs of a line end to end: the packer gives those that polygons share out of order."""

from collections.abc import Sequence

Arc = Sequence[Sequence[int]]
Point = tuple[int, int]


def chained(numbers: list[int], arcs: Sequence[Arc]) -> list[list[int]]:
    """Give the arcs of a line, in any order and direction, as runs in which one begins where another ends.

    ~n is arc n backwards.
    """
    rest, runs = list(numbers), []
    while rest:
        run = [rest.pop(0)]
        while _grown(run, rest, arcs):
            pass
        runs.append(run)
    return runs


def _grown(run: list[int], rest: list[int], arcs: Sequence[Arc]) -> bool:
    """Add one arc of the rest to an end of the run, if any fits."""
    first, last = _ends(run[0], arcs)[0], _ends(run[-1], arcs)[1]
    for number in rest:
        for turned in (number, ~number):
            start, end = _ends(turned, arcs)
            if start == last:
                run.append(turned)
            elif end == first:
                run.insert(0, turned)
            else:
                continue
            rest.remove(number)
            return True
    return False


def _ends(number: int, arcs: Sequence[Arc]) -> tuple[Point, Point]:
    """Give where an arc begins and ends on the grid; its points are steps from one to the next."""
    steps = arcs[~number if number < 0 else number]
    first, last = (steps[0][0], steps[0][1]), (sum(s[0] for s in steps), sum(s[1] for s in steps))
    return (last, first) if number < 0 else (first, last)
