"""The programs and indicators of the stories."""

from programs.choices import Accumulation, Frequency, Polarity
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
INVENTED = {"KINERJA-ASN", "PPKS", "PKH"}
"""Programs named in the press whose every figure here is invented: they, and all their indicators, say so."""

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
    "ASN-SKP": (
        "KINERJA-ASN",
        "Rata-rata nilai SKP pegawai",
        "Rata-rata nilai sasaran kinerja pegawai (SKP) seluruh pegawai perangkat daerah.",
        SCORE | {"frequency": Frequency.YEARLY},
    ),
    "ASN-SAKIP": (
        "KINERJA-ASN",
        "Nilai SAKIP perangkat daerah",
        "Nilai sistem akuntabilitas kinerja (SAKIP) perangkat daerah.",
        SCORE | {"frequency": Frequency.YEARLY},
    ),
    "PPKS-MUTAKHIR": (
        "PPKS",
        "Data PPKS yang dimutakhirkan",
        "Persentase jenis PPKS yang datanya diperbarui pada tahun berjalan.",
        {"measure_unit": "%", "scale_min": 0, "scale_max": 100, "frequency": Frequency.YEARLY},
    ),
    "PKH-KPM": (
        "PKH",
        "KPM PKH aktif",
        "Jumlah keluarga penerima manfaat PKH yang aktif.",
        {
            "measure_unit": "KPM",
            "decimals": 0,
            "producer": "kemensos",
            "frequency": Frequency.QUARTER,
            "concept": "Keluarga penerima manfaat (KPM)",
            "interpretation": "Satuannya keluarga, bukan jiwa: satu KPM dapat beranggotakan beberapa orang.",
            "formula_text": "Banyaknya KPM berstatus aktif pada tanggal data.",
            "classification": "Kabupaten/kota",
        },
    ),
    "PKH-VERVAL": (
        "PKH",
        "Verifikasi dan validasi data selesai",
        "Persentase data penerima yang selesai diverifikasi dan divalidasi.",
        {"measure_unit": "%", "scale_min": 0, "scale_max": 100},
    ),
}

PPKS = {
    "01": "Anak balita terlantar",
    "02": "Anak terlantar",
    "04": "Anak jalanan",
    "08": "Lanjut usia terlantar",
    "09": "Penyandang disabilitas",
    "11": "Gelandangan",
    "21": "Korban bencana alam",
    "23": "Perempuan rawan sosial ekonomi",
}
"""Kinds of PPKS by their number."""

USUAL = {"04": (0, 60), "11": (0, 30), "21": (0, 900)}

INDICATORS |= {
    f"PPKS-{number}": (
        "PPKS",
        name,
        f"Banyaknya {name[0].lower()}{name[1:]} yang terdata dalam wilayah pada akhir semester.",
        {
            "measure_unit": "orang",
            "decimals": 0,
            "polarity": Polarity.LOWER,
            "frequency": Frequency.SEMESTER,
            "tolerance_days": 3,
            "suppress_small_cells": True,
            "concept": "Pemerlu pelayanan kesejahteraan sosial (PPKS)",
            "interpretation": "Stok pada akhir semester; laki-laki dan perempuan dijumlahkan.",
            "formula_text": "Laki-laki ditambah perempuan.",
            "classification": "Jenis PPKS; kecamatan",
            "usual_low": USUAL.get(number, (None, None))[0],
            "usual_high": USUAL.get(number, (None, None))[1],
        },
    )
    for number, name in PPKS.items()
}


def make_catalogue(units):
    """Programs and indicators by code; all national, so that both provinces use them."""
    programs = {
        code: Program.objects.create(
            code=code,
            name=name,
            short_name=short,
            agency=units.get(agency),
            description=description,
            is_sample=code in INVENTED,
        )
        for code, (name, short, agency, description) in PROGRAMS.items()
    }
    indicators = {}
    for code, (program, name, definition, fields) in INDICATORS.items():
        fields = dict(fields)
        fields["producer"] = units.get(fields.get("producer", ""))
        indicators[code] = Indicator.objects.create(
            program=programs[program],
            code=code,
            name=name,
            definition=definition,
            is_sample=program in INVENTED,
            **fields,
        )
    return programs, indicators
