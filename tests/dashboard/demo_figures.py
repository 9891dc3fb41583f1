from programs.models import Observation


def said_of(unit, indicator, year=2024):
    """{source: value} of one figure of the demo, from its one period of that year."""
    observations = Observation.objects.current().filter(
        measurement__unit__code=unit, measurement__indicator__code=indicator, measurement__period__year=year
    )
    return dict(observations.values_list("source__name", "value"))
