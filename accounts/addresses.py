"""From which network address a request comes: what the connection says, never what the visitor writes.

A forwarding header counts only where the connection comes from a trusted proxy (`FORWARDED_ALLOW_IPS`), and
then only its right-most address that is not itself a trusted proxy: what stands left of it was sent by the
visitor.
"""

import ipaddress

from django.conf import settings

NOWHERE = "0.0.0.0"  # noqa: S104  the unspecified address: a socket file without a word of its proxy


def client_address(request):
    """The visitor's address as text; of IPv6 the /64, because whoever has one such address has them all."""
    here = read(request.META.get("REMOTE_ADDR", ""))
    if here is None or is_trusted(here):
        for hop in reversed(request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")):
            address = read(hop)
            if address is None:
                break
            here = address
            if not is_trusted(address, named_only=True):
                break
    return shortened(here) if here else NOWHERE


def read(text):
    """An address, an IPv4 one in IPv6 clothes as what it is; None for anything else."""
    try:
        address = ipaddress.ip_address(text.strip())
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def is_trusted(address, named_only=False):
    """Whether this is a proxy of ours. `*` trusts whoever connects, one step and no further."""
    named = settings.TRUSTED_PROXIES
    if "*" in named and not named_only:
        return True
    return any(address in ipaddress.ip_network(one, strict=False) for one in named if one != "*")


def shortened(address):
    if address.version == 4:
        return str(address)
    return str(ipaddress.ip_network((address, 64), strict=False).network_address)
