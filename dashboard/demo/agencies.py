"""The agencies that the stories name."""

from regions.choices import AgencyKind as Kind
from regions.models import Agency, Unit

# code, parent region, name, abbreviation, kind
AGENCIES = (
    ("kpk", None, "Komisi Pemberantasan Korupsi", "KPK", Kind.CENTRAL),
    ("ombudsman", None, "Ombudsman Republik Indonesia", "Ombudsman RI", Kind.NON_STRUCTURAL),
    ("kasn", None, "Komisi Aparatur Sipil Negara", "KASN", Kind.NON_STRUCTURAL),
    ("kemenpanrb", None, "Kementerian PANRB", "KemenPANRB", Kind.CENTRAL),
    ("kemensos", None, "Kementerian Sosial", "Kemensos", Kind.CENTRAL),
    ("kemenko-pmk", None, "Kementerian Koordinator PMK", "Kemenko PMK", Kind.CENTRAL),
    ("bulog", None, "Perum Bulog", "Bulog", Kind.NATIONAL_ENTERPRISE),
    ("bkn-regional-vii", None, "BKN Kantor Regional VII Palembang", "BKN Regional VII", Kind.VERTICAL),
    ("15-setda", "15", "Sekretariat Daerah Provinsi Jambi", "Setda", Kind.LOCAL),
    ("15-kesbangpol", "15", "Badan Kesbangpol Provinsi Jambi", "Kesbangpol", Kind.LOCAL),
    ("15-bkd", "15", "Badan Kepegawaian Daerah Provinsi Jambi", "BKD", Kind.LOCAL),
    ("15-dinsos", "15", "Dinas Sosial Provinsi Jambi", "Dinsos", Kind.LOCAL),
    ("15-tapd", "15", "Tim Anggaran Pemerintah Daerah Provinsi Jambi", "TAPD", Kind.TEAM),
    ("15-binda", "15", "BIN Daerah Jambi", "Binda", Kind.VERTICAL),
    ("15-bpn", "15", "Badan Pertanahan Nasional di Jambi", "BPN", Kind.VERTICAL),
    ("15-polda", "15", "Kepolisian Daerah Jambi", "Polda", Kind.VERTICAL),
    ("15.01-kesbangpol", "15.01", "Badan Kesbangpol Kabupaten Kerinci", "Kesbangpol", Kind.LOCAL),
    ("15.02-kesbangpol", "15.02", "Badan Kesbangpol Kabupaten Merangin", "Kesbangpol", Kind.LOCAL),
    ("15.04-kesbangpol", "15.04", "Badan Kesbangpol Kabupaten Batanghari", "Kesbangpol", Kind.LOCAL),
    ("15.05-setda", "15.05", "Sekretariat Daerah Kabupaten Muaro Jambi", "Setda", Kind.LOCAL),
    ("15.05-dinsos", "15.05", "Dinas Sosial Kabupaten Muaro Jambi", "Dinsos", Kind.LOCAL),
    ("15.06-setda", "15.06", "Sekretariat Daerah Kabupaten Tanjung Jabung Barat", "Setda", Kind.LOCAL),
    ("15.06-p3ap2kb", "15.06", "Dinas P3AP2KB Kabupaten Tanjung Jabung Barat", "P3AP2KB", Kind.LOCAL),
    (
        "15.06-parpora",
        "15.06",
        "Dinas Pariwisata, Pemuda dan Olahraga Kabupaten Tanjung Jabung Barat",
        "Disparpora",
        Kind.LOCAL,
    ),
    ("15.06-bpbd", "15.06", "BPBD Kabupaten Tanjung Jabung Barat", "BPBD", Kind.LOCAL),
    ("15.06-dinsos", "15.06", "Dinas Sosial Kabupaten Tanjung Jabung Barat", "Dinsos", Kind.LOCAL),
    (
        "15.06-koperindag",
        "15.06",
        "Dinas Koperindag Kabupaten Tanjung Jabung Barat",
        "Koperindag",
        Kind.LOCAL,
    ),
    ("15.06-pmd", "15.06", "Dinas PMD Kabupaten Tanjung Jabung Barat", "PMD", Kind.LOCAL),
    (
        "15.06-disdikbud",
        "15.06",
        "Dinas Pendidikan dan Kebudayaan Kabupaten Tanjung Jabung Barat",
        "Disdikbud",
        Kind.LOCAL,
    ),
    ("15.06-rsud", "15.06", "RSUD KH. Daud Arif", "RSUD", Kind.HOSPITAL),
    ("15.06-tirta-pengabuan", "15.06", "Perumda Tirta Pengabuan", "Perumda", Kind.LOCAL_ENTERPRISE),
    ("15.06-kejari", "15.06", "Kejaksaan Negeri Tanjung Jabung Barat", "Kejari", Kind.VERTICAL),
    ("61-setda", "61", "Sekretariat Daerah Provinsi Kalimantan Barat", "Setda", Kind.LOCAL),
    ("61-dinsos", "61", "Dinas Sosial Provinsi Kalimantan Barat", "Dinsos", Kind.LOCAL),
)


def make_agencies():
    """Every agency, and every unit of the two provinces, by code."""
    regions = {unit.code: unit for unit in Unit.objects.regions()}
    for code, parent, name, abbreviation, kind in AGENCIES:
        Agency.objects.create(
            kind="instansi",
            code=code,
            parent=regions.get(parent),
            name=name,
            abbreviation=abbreviation,
            agency_kind=kind,
        )
    return {unit.code: unit for unit in Unit.objects.all()}
