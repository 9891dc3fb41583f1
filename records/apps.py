from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class RecordsConfig(AppConfig):
    name = "records"
    verbose_name = _("Catatan")

    def ready(self):
        from records.append_only import install_after_migrate

        # Without a sender: every room's tables are guarded as soon as they exist, whichever app migrated last.
        post_migrate.connect(install_after_migrate, dispatch_uid="records.append_only")
