from evaluations.admin.instruments import InstrumentAdmin
from evaluations.admin.releases import AwardAdmin, ReleaseAdmin
from evaluations.admin.rounds import RoundAdmin

__all__ = ["AwardAdmin", "InstrumentAdmin", "ReleaseAdmin", "RoundAdmin"]
