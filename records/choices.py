from django.db import models
from django.utils.translation import gettext_lazy as _


class Visibility(models.TextChoices):
    """Who may read a record (UU 14/2008): everybody, those in scope, or those named."""

    PUBLIC = "publik", _("Publik")
    RESTRICTED = "terbatas", _("Terbatas")
    SECRET = "rahasia", _("Rahasia")

    @property
    def strictness(self):
        return list(Visibility).index(self)


class Action(models.TextChoices):
    """What the ledger says was done."""

    CREATE = "buat", _("Dibuat")
    CHANGE = "ubah", _("Diubah")
    DELETE = "hapus", _("Dihapus")
    IMPORT = "impor", _("Diimpor")
    SUBMIT = "kirim", _("Dikirim")
    ACCEPT = "terima", _("Diterima")
    RETURN = "kembalikan", _("Dikembalikan")
    REOPEN = "buka", _("Dibuka kembali")
    CLOSE = "tutup", _("Ditutup")
    COMPUTE = "hitung", _("Dihitung")
    REVIEW = "sanggah", _("Dibuka untuk klarifikasi")
    DETERMINE = "tetapkan", _("Ditetapkan")
    PUBLISH = "umumkan", _("Diumumkan")
    WITHDRAW = "tarik", _("Ditarik")
    RETRACT = "cabut", _("Dicabut")
    SETTLE = "selesaikan", _("Selisih diselesaikan")
    CARRY = "bawa", _("Dibawa ke Rakor")
    EXPORT = "ekspor", _("Diekspor")
    """Somebody's personal data were handed out."""
    ERASE = "lupakan", _("Data pribadi dihapus")
    SIGN_IN = "masuk", _("Masuk")
    SIGN_OUT = "keluar", _("Keluar")
    LOCK = "kunci", _("Dikunci sementara")


class BatchState(models.TextChoices):
    CONFIRMED = "dikonfirmasi", _("Dikonfirmasi")
    """Stored, waiting for a second person."""
    ACCEPTED = "diterima", _("Diterima")
    RETRACTED = "dicabut", _("Dicabut")


class NoticeKind(models.TextChoices):
    """What a notice tells of."""

    DUE = "tenggat", _("Laporan jatuh tempo")
    SENT = "dikirim", _("Laporan menunggu pemeriksaan")
    RETURNED = "dikembalikan", _("Laporan dikembalikan")
    ACCEPTED = "diterima", _("Laporan diterima")
    REOPENED = "dibuka", _("Laporan dibuka kembali")
    EXTENDED = "perpanjangan", _("Tenggat diperpanjang")
    DIFFERENCE = "selisih", _("Angka belum sinkron")
    CARRIED = "dibawa", _("Selisih dibawa ke Rakor")
    SETTLED = "selesai", _("Selisih diselesaikan")
