"""People of a province, looked after by its own admin: invited, given assignments, and let go.

    invited = invite(name=…, email=…, assignment=Assignment(role=…), by=rina)   # inviting
    end_assignment(assignment, by=rina, last_day=…, reason=…)                   # assigning

Nobody gives further than he or she reaches, and nobody touches whoever also serves elsewhere (reach, giving).
"""
