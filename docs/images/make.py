"""Takes the picture of the README anew from a running demo.

make run                                   # in one window
.venv/bin/python docs/images/make.py       # in another; or with the demo's address behind it
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

HOME = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(HOME))

from tests.browser import ARGUMENTS, find_chromium  # noqa: E402  the same browser as the tests

PICTURES = {"peringkat.png": "/peringkat/mcp-2018-jambi/"}


def main(site):
    with sync_playwright() as player:
        browser = player.chromium.launch(
            executable_path=find_chromium(), args=[*ARGUMENTS, "--no-sandbox", "--hide-scrollbars"]
        )
        page = browser.new_page(
            viewport={"width": 1280, "height": 1040}, color_scheme="light", locale="id-ID"
        )
        for name, address in PICTURES.items():
            page.goto(site.rstrip("/") + address)
            page.screenshot(path=Path(__file__).with_name(name))
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
