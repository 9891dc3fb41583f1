"""Reading a page in a test: its HTML without the line breaks that templates leave between tags."""

import re


def read(client, address, **asked):
    response = client.get(address, asked)
    assert response.status_code == 200, address
    return without_breaks(response.content.decode())


def without_breaks(html):
    """Blanks and line breaks are one blank, and none between tags; a non-breaking space stays what it is."""
    return re.sub(r">[ \n]+<", "><", re.sub(r"[ \n]+", " ", html))
