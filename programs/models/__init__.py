from programs.models.catalogue import Indicator, Period, Program, Target
from programs.models.facts import Measurement, Observation, Report, Source

__all__ = [
    "Indicator",
    "Measurement",
    "Observation",
    "Period",
    "Program",
    "Report",
    "Source",
    "Target",
]
