"""Angka kecil: a count of one to four people is not shown to the public where its indicator says so."""

SMALL = 5
"""The first count that is shown again; zero is shown too, it is about nobody."""


def is_small(value):
    return value is not None and 0 < value < SMALL
