from evaluations.models.instruments import Band, Instrument, Line
from evaluations.models.releases import Award, Release
from evaluations.models.rounds import Round, Score

__all__ = ["Award", "Band", "Instrument", "Line", "Release", "Round", "Score"]
