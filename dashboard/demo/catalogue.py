"""The programs and indicators of the stories."""

from programs.choices import Accumulation, Polarity
from programs.models import Indicator, Program

# code: name, short name, agency, description
PROGRAMS = {
    "MCP": (
        "Pencegahan korupsi (MCP)",
        "MCP",
        "kpk",
        "Monitoring Centre for Prevention: capaian pencegahan korupsi pemerintah daerah, dinilai KPK.",
    ),
    "OMBUDSMAN": (
        "Kepatuhan pelayanan publik",
        "Kepatuhan Ombudsman",
        "ombudsman",
        "Kepatuhan terhadap standar pelayanan publik, dinilai Ombudsman Republik Indonesia.",
    ),
    "PKS": (
        "Penanganan konflik sosial",
        "Konflik sosial",
        "15-kesbangpol",
        "Rencana aksi terpadu penanganan konflik sosial; dilaporkan per caturwulan (B04, B08, B12).",
    ),
    "KEPEGAWAIAN": ("Manajemen kepegawaian", "Kepegawaian", "15-bkd", ""),
    "KINERJA-ASN": (
        "Penilaian kinerja ASN",
        "Kinerja ASN",
        "",
        "Penilaian kinerja individu (SKP) dan penilaian kinerja perangkat daerah (SAKIP).",
    ),
    "PPKS": (
        "Pemerlu pelayanan kesejahteraan sosial",
        "PPKS",
        "61-dinsos",
        "Pendataan PPKS dan penerima bantuan sosial oleh pusat, provinsi, dan kabupaten/kota.",
    ),
    "PKH": (
        "Program Keluarga Harapan",
        "PKH",
        "kemensos",
        "Bantuan tunai bersyarat; satuan penerimanya keluarga penerima manfaat (KPM).",
    ),
}
SCORE = {"measure_unit": "nilai", "scale_min": 0, "scale_max": 100}

# code: program, name, definition, fields
INDICATORS = {
    "MCP": (
        "MCP",
        "Capaian MCP",
        "Capaian pencegahan korupsi menurut KPK, 0–100, makin tinggi makin baik.",
        SCORE | {"producer": "kpk", "decimals": 2},
    ),
    "OMB-KEPATUHAN": (
        "OMBUDSMAN",
        "Nilai kepatuhan standar pelayanan publik",
        "Nilai kepatuhan menurut Ombudsman, 0–100, makin tinggi makin baik.",
        SCORE | {"producer": "ombudsman", "decimals": 2},
    ),
    "PKS-RENAKSI": (
        "PKS",
        "Capaian rencana aksi",
        "Persentase rencana aksi terpadu yang mencapai targetnya pada caturwulan laporan.",
        {"measure_unit": "%", "accumulation": Accumulation.MEAN},
    ),
    "PKS-LAPOR": (
        "PKS",
        "Laporan rencana aksi yang disampaikan",
        "Jumlah laporan caturwulan (B04, B08, B12) yang disampaikan.",
        {"measure_unit": "laporan", "accumulation": Accumulation.SUM, "decimals": 0},
    ),
    "ASN-SELISIH": (
        "KINERJA-ASN",
        "Selisih nilai kinerja individu dan perangkat daerah",
        "Rata-rata nilai SKP dikurangi nilai SAKIP perangkat daerah; makin kecil makin baik.",
        {"measure_unit": "nilai", "polarity": Polarity.LOWER},
    ),
    "PPKS-MUTAKHIR": (
        "PPKS",
        "Data PPKS yang dimutakhirkan",
        "Persentase jenis PPKS yang datanya diperbarui pada tahun berjalan.",
        {"measure_unit": "%", "scale_min": 0, "scale_max": 100},
    ),
    "PKH-KPM": (
        "PKH",
        "KPM PKH aktif",
        "Jumlah keluarga penerima manfaat PKH yang aktif.",
        {"measure_unit": "KPM", "decimals": 0, "producer": "kemensos"},
    ),
    "PKH-VERVAL": (
        "PKH",
        "Verifikasi dan validasi data selesai",
        "Persentase data penerima yang selesai diverifikasi dan divalidasi.",
        {"measure_unit": "%", "scale_min": 0, "scale_max": 100},
    ),
}


def make_catalogue(units):
    """Programs and indicators by code; all national, so that both provinces use them."""
    programs = {
        code: Program.objects.create(
            code=code, name=name, short_name=short, agency=units.get(agency), description=description
        )
        for code, (name, short, agency, description) in PROGRAMS.items()
    }
    indicators = {}
    for code, (program, name, definition, fields) in INDICATORS.items():
        fields = dict(fields)
        fields["producer"] = units.get(fields.get("producer", ""))
        indicators[code] = Indicator.objects.create(
            program=programs[program], code=code, name=name, definition=definition, **fields
        )
    return programs, indicators
