"""An act that may not be done: now, in this state, or by this person."""

from rakor.lib.refusals import Refused


class ActionRefused(Refused):
    """Nothing was written. `message` says in Indonesian why and what to do; `code` is for programs."""
