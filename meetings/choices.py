from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    NATIONAL = "nasional", _("Nasional")
    PROVINCE = "provinsi", _("Provinsi")
    REGENCY = "kabkota", _("Kabupaten/Kota")


class Cadence(models.TextChoices):
    MONTHLY = "bulanan", _("Bulanan")
    QUARTERLY = "triwulanan", _("Triwulanan")
    HALF_YEARLY = "semesteran", _("Semesteran")
    YEARLY = "tahunan", _("Tahunan")
    PERIODIC = "berkala", _("Berkala")


class Kind(models.TextChoices):
    NATIONAL = "rakornas", _("Rakornas")
    GOVERNOR = "rakorgub", _("Rakor Gubernur dan Bupati/Wali Kota")
    TECHNICAL = "teknis", _("Rakor teknis")
    TEAM = "tim", _("Rakor tim terpadu/Forkopimda")
    MONITORING = "monev", _("Monitoring dan evaluasi")
    CONTROL = "rakordal", _("Rakor pengendalian")
    OTHER = "lain", _("Rakor lainnya")


class RakorState(models.TextChoices):
    DRAFT = "draf", _("Draf")
    SCHEDULED = "dijadwalkan", _("Dijadwalkan")
    HELD = "dilaksanakan", _("Dilaksanakan")
    CLOSED = "ditutup", _("Ditutup")
    POSTPONED = "ditunda", _("Ditunda")
    CANCELLED = "dibatalkan", _("Dibatalkan")


class DatePrecision(models.TextChoices):
    DAY = "day", _("Hari")
    MONTH = "month", _("Bulan")
    YEAR = "year", _("Tahun")


class Mode(models.TextChoices):
    IN_PERSON = "luring", _("Luring")
    ONLINE = "daring", _("Daring")
    HYBRID = "hibrida", _("Hibrida")


class RecordSource(models.TextChoices):
    """How the record came about: logged at the meeting, from its documents, or from the press."""

    DIRECT = "langsung", _("Dicatat langsung")
    DOCUMENT = "dokumen", _("Dicatat dari dokumen")
    NEWS = "berita", _("Dicatat dari berita")


class RoleKind(models.TextChoices):
    OPENED = "membuka", _("Membuka")
    CHAIRED = "memimpin", _("Memimpin")
    SPEAKER = "narasumber", _("Narasumber")
    DIRECTED = "arahan", _("Memberi arahan")
    HANDED_OVER = "penyerah", _("Penyerah")
    RECEIVED = "penerima", _("Penerima")
    SIGNED = "penandatangan", _("Penandatangan")
    MINUTES = "notulis", _("Notulis")


class Representation(models.TextChoices):
    THROUGH = "melalui", _("Melalui")
    """The principal acts through this person."""
    STANDS_IN = "mewakili", _("Mewakili")


class Attendance(models.TextChoices):
    UNKNOWN = "tidak_disebut", _("Kehadiran tidak disebut")
    PRESENT = "hadir", _("Hadir")
    REPRESENTED = "diwakili", _("Diwakili")
    ABSENT = "tidak_hadir", _("Tidak hadir")


class IssueState(models.TextChoices):
    OPEN = "terbuka", _("Terbuka")
    HANDLED = "ditangani", _("Ditangani")
    PASSED_ON = "diteruskan", _("Diteruskan")
    CLOSED = "selesai", _("Selesai")


class OutcomeKind(models.TextChoices):
    DIRECTION = "arahan", _("Arahan")
    DECISION = "keputusan", _("Keputusan")
    RECOMMENDATION = "rekomendasi", _("Rekomendasi")
    INFORMATION = "informasi", _("Informasi")
    SETTLEMENT = "penyelesaian", _("Penyelesaian selisih data")


class Priority(models.TextChoices):
    NORMAL = "biasa", _("Biasa")
    HIGH = "tinggi", _("Tinggi")


class ReviewKind(models.TextChoices):
    """What happened to a follow-up when somebody looked at it."""

    PROGRESS = "kemajuan", _("Kemajuan dilaporkan")
    CLAIMED = "diajukan", _("Diajukan selesai")
    ACCEPTED = "sesuai", _("Sesuai rekomendasi")
    RETURNED = "belum_sesuai", _("Belum sesuai rekomendasi")
    IMPOSSIBLE = "tidak_dapat", _("Tidak dapat ditindaklanjuti dengan alasan yang sah")


class FollowUpState(models.TextChoices):
    """BPK's four states; derived from the reviews, never stored."""

    DONE = "sesuai", _("Sesuai rekomendasi")
    NOT_YET = "belum_sesuai", _("Belum sesuai rekomendasi")
    UNTOUCHED = "belum", _("Belum ditindaklanjuti")
    IMPOSSIBLE = "tidak_dapat", _("Tidak dapat ditindaklanjuti")


class Timing(models.TextChoices):
    """A follow-up against its due date; derived."""

    DONE_IN_TIME = "tepat", _("Selesai tepat waktu")
    DONE_LATE = "terlambat", _("Selesai terlambat")
    RUNNING = "berjalan", _("Dalam batas waktu")
    OVERDUE = "lewat", _("Melewati batas waktu")
    DROPPED = "gugur", _("Tidak dapat ditindaklanjuti")


class DocumentKind(models.TextChoices):
    INVITATION = "undangan", _("Surat undangan")
    TERMS = "kak", _("Kerangka acuan kerja")
    AGENDA = "agenda", _("Susunan acara")
    SLIDES = "paparan", _("Bahan paparan")
    ATTENDANCE = "daftar_hadir", _("Daftar hadir")
    MINUTES = "notula", _("Notula")
    RECORD = "berita_acara", _("Berita acara")
    REPORT = "laporan", _("Laporan")
    PHOTO = "foto", _("Dokumentasi foto")
    DECREE = "sk", _("Surat keputusan")
    AGREEMENT = "nota_kesepakatan", _("Nota kesepakatan")
    CERTIFICATE = "piagam", _("Piagam/sertifikat")
    NEWS = "berita", _("Berita")
    OTHER = "lain", _("Dokumen lain")


class Qualifier(models.TextChoices):
    EXACT = "tepat", _("Tepat")
    ABOUT = "sekitar", _("Sekitar")
    MORE_THAN = "lebih", _("Lebih dari")


class Nature(models.TextChoices):
    ACTUAL = "realisasi", _("Realisasi")
    PLANNED = "rencana", _("Rencana")
