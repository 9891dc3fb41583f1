"""Where a request comes from: the connection, or what our own proxy says last."""

import pytest
from django.test import RequestFactory

from accounts.addresses import client_address

PEER, PROXY, VISITOR, FORGED = "203.0.113.5", "10.0.0.5", "198.51.100.7", "192.0.2.66"


@pytest.fixture(autouse=True)
def proxies(settings):
    settings.TRUSTED_PROXIES = ["127.0.0.1", "::1", "10.0.0.0/24"]


def seen(peer, **headers):
    return client_address(RequestFactory().get("/", REMOTE_ADDR=peer, headers=headers))


@pytest.mark.parametrize(("peer", "forwarded", "address"), [
    (PEER, "", PEER),
    (PEER, FORGED, PEER),
    (PEER, f"{FORGED}, 127.0.0.1", PEER),
    (PROXY, VISITOR, VISITOR),
    (PROXY, f"{FORGED}, {VISITOR}", VISITOR),
    (PROXY, f"{FORGED}, {VISITOR}, 10.0.0.9", VISITOR),
    (PROXY, f"{FORGED}, bukan-alamat, 10.0.0.9", "10.0.0.9"),
    (PROXY, "", PROXY),
    (PROXY, "unknown", PROXY),
    ("", VISITOR, VISITOR),
    ("", "", "0.0.0.0"),
    ("::ffff:10.0.0.5", VISITOR, VISITOR),
    ("2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::"),
    ("2001:db8:1:2:ffff::1", "", "2001:db8:1:2::"),
])  # fmt: skip
def test_the_right_most_address_that_is_no_proxy_of_ours(peer, forwarded, address):
    assert seen(peer, **({"X-Forwarded-For": forwarded} if forwarded else {})) == address


@pytest.mark.parametrize("header", ["X-Real-IP", "Forwarded", "X-Client-IP", "CF-Connecting-IP"])
def test_no_other_header_counts(header):
    assert seen(PROXY, **{header: FORGED, "X-Forwarded-For": VISITOR}) == VISITOR
    assert seen(PEER, **{header: FORGED}) == PEER


def test_a_star_trusts_whoever_connects_one_step(settings):
    settings.TRUSTED_PROXIES = ["*"]
    assert seen(PEER, **{"X-Forwarded-For": f"{FORGED}, {VISITOR}"}) == VISITOR
