"""What happened to reports until now, from the ledger: timeliness is counted from steps."""

from django.db import migrations

KINDS = {"kirim": "dikirim", "kembalikan": "dikembalikan", "terima": "diterima", "buka": "dibuka"}


def from_the_ledger(apps, schema_editor):
    Change, Report, ReportStep = (
        apps.get_model("records", "Change"),
        apps.get_model("programs", "Report"),
        apps.get_model("programs", "ReportStep"),
    )
    known = set(Report.objects.values_list("pk", flat=True))
    lines = Change.objects.filter(object_type="programs.report", action__in=KINDS, by__isnull=False)
    steps = [
        ReportStep(
            report_id=int(line.object_id), kind=KINDS[line.action], reason=line.reason, at=line.at, by_id=line.by_id
        )
        for line in lines.order_by("pk").iterator()
        if int(line.object_id) in known
    ]
    ReportStep.objects.bulk_create(steps, batch_size=1000)


class Migration(migrations.Migration):
    dependencies = [
        ("programs", "0004_facts_that_agree"),
        ("records", "0005_notices"),
    ]

    operations = [migrations.RunPython(from_the_ledger, migrations.RunPython.noop, elidable=True)]
