from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class RecordsConfig(AppConfig):
    name = "records"
    verbose_name = _("Catatan")

    def ready(self):
        from records.append_only import install_after_migrate

        # Without a sender: each room is guarded as soon as its own tables exist.
        post_migrate.connect(install_after_migrate, dispatch_uid="records.append_only")
