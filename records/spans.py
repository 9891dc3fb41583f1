"""Sets of whole numbers as spans: {12, 13, 14, 15, 17} is [(12, 15), (17, 17)], written "12-15,17"."""

from bisect import bisect_left, bisect_right


def spans_of(numbers):
    """The spans of a set of numbers, ascending."""
    spans = []
    for number in sorted(numbers):
        if spans and spans[-1][1] == number - 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    return spans


def write(spans):
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in spans)


def read(text):
    """The spans that a text names; ValueError where it is not ascending and whole."""
    spans, end = [], 0
    for part in text.split(","):
        first, dash, last = part.partition("-")
        span = int(first), int(last if dash else first)
        if not end < span[0] <= span[1]:
            raise ValueError(f"not ascending: {text[:80]}")
        spans.append(span)
        end = span[1]
    return spans


def total(spans):
    return sum(last - first + 1 for first, last in spans)


def without(some, taken):
    """What is left of ascending spans when others, ascending too, are taken out."""
    left = []
    for first, last in some:
        for start, end in taken[bisect_left(taken, first, key=lambda span: span[1]) :]:
            if start > last:
                break
            if first < start:
                left.append((first, start - 1))
            first = end + 1
        if first <= last:
            left.append((first, last))
    return left


class Union:
    """Spans added one after the other, kept joined: what follows on takes no room."""

    def __init__(self, some=()):
        self.spans = []
        for first, last in some:
            self.add(first, last)

    def add(self, first, last):
        start = bisect_left(self.spans, first - 1, key=lambda span: span[1])
        stop = bisect_right(self.spans, last + 1, key=lambda span: span[0])
        touched = self.spans[start:stop]
        if touched:
            first, last = min(first, touched[0][0]), max(last, touched[-1][1])
        self.spans[start:stop] = [(first, last)]

    def gaps(self, last):
        """What lies between its spans, and after them up to `last`."""
        return without([(self.spans[0][0], last)], self.spans) if self.spans else []
