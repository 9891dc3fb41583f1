from programs.models.agreeing import Comparison, Difference, SettledFigure, Settlement
from programs.models.calendar import Deadline, Extension, Schedule
from programs.models.catalogue import Indicator, Period, Program, Target
from programs.models.depth import IndicatorPair, Part
from programs.models.facts import Measurement, Observation, Report, Source
from programs.models.handling import Evidence, Remark, ReportStep

__all__ = [
    "Comparison",
    "Deadline",
    "Difference",
    "Evidence",
    "Extension",
    "Indicator",
    "IndicatorPair",
    "Measurement",
    "Observation",
    "Part",
    "Period",
    "Program",
    "Remark",
    "Report",
    "ReportStep",
    "Schedule",
    "SettledFigure",
    "Settlement",
    "Source",
    "Target",
]
