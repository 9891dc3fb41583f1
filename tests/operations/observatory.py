"""The scoring of the Mozilla HTTP Observatory, as its public rules have it: from 100 down, bonuses on top.

A bonus counts only where nothing much was lost: from 90 points on.
"""

from http.cookies import SimpleCookie

HALF_A_YEAR = 15768000
PRIVATE_REFERRER = ("no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin")


def policy_of(headers):
    parts = (part.split() for part in headers.get("Content-Security-Policy", "").split(";") if part.strip())
    return {part[0]: part[1:] for part in parts}


def content_security_policy(headers, _cookies):
    policy = policy_of(headers)
    if not policy:
        return -25
    everything = policy.get("default-src", ["*"])
    scripts, styles = (policy.get(name, everything) for name in ("script-src", "style-src"))
    loose = {"*", "http:", "https:", "data:", "'unsafe-inline'"}
    if loose & set(scripts) or {"*", "http:", "https:"} & set(policy.get("object-src", everything)):
        return -20
    if "'unsafe-eval'" in scripts:
        return -10
    if {"'unsafe-inline'", "data:", "*", "http:", "https:"} & set(styles):
        return 0
    return 10 if everything == ["'none'"] else 5


def cookies(_headers, found):
    if not found:
        return 0
    sessions = [one for one in found.values() if any(word in one.key.lower() for word in ("sesi", "csrf"))]
    if not all(one["secure"] for one in found.values()):
        return -40 if any(not one["secure"] for one in sessions) else -20
    if not all(one["httponly"] for one in sessions):
        return -30
    if not all(one["samesite"] in ("", "Lax", "Strict", "None") for one in found.values()):
        return -20
    return 5 if all(one["samesite"] in ("Lax", "Strict") for one in found.values()) else 0


def cross_origin_sharing(headers, _cookies):
    return -50 if headers.get("Access-Control-Allow-Origin") else 0


def transport_security(headers, _cookies):
    value = headers.get("Strict-Transport-Security", "")
    if "max-age=" not in value:
        return -20
    age = int(value.split("max-age=")[1].split(";")[0])
    return 0 if age >= HALF_A_YEAR else -10


def referrer_policy(headers, _cookies):
    value = headers.get("Referrer-Policy")
    if value is None:
        return 0
    return 5 if value in PRIVATE_REFERRER else -5


def content_type_options(headers, _cookies):
    return 0 if headers.get("X-Content-Type-Options") == "nosniff" else -5


def frames(headers, _cookies):
    if set(policy_of(headers).get("frame-ancestors", ["*"])) <= {"'none'", "'self'"}:
        return 5
    return 0 if headers.get("X-Frame-Options") in ("DENY", "SAMEORIGIN") else -20


def cross_origin_resources(headers, _cookies):
    return 10 if headers.get("Cross-Origin-Resource-Policy") in ("same-origin", "same-site") else 0


RULES = (
    content_security_policy,
    cookies,
    cross_origin_sharing,
    transport_security,
    referrer_policy,
    content_type_options,
    frames,
    cross_origin_resources,
)


def redirection(plain):
    """What the answer over plain http takes away: it must lead to https on the same host."""
    if plain.status_code not in (301, 302, 307, 308):
        return -20
    return 0 if plain["Location"].startswith("https://") else -20


def score(response, plain=None):
    """The points of one answer; `plain` is what the same address said over http."""
    found = SimpleCookie()
    for name, morsel in response.cookies.items():
        found[name] = morsel.value
        found[name].update({key: value for key, value in morsel.items() if value})
    given = [rule(response.headers, found) for rule in RULES]
    if plain is not None:
        given.append(redirection(plain))
    base = 100 + sum(points for points in given if points < 0)
    return base if base < 90 else base + sum(points for points in given if points > 0)
