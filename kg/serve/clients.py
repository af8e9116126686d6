"""Who is one client: whoever has an address, or of IPv6 the network of one connection, whose addresses cost nothing."""

from functools import lru_cache
from ipaddress import IPv6Address, IPv6Network, ip_address
from typing import Final

_NETWORK: Final = 64
"""Bits by which providers tell their customers apart."""


@lru_cache(maxsize=1024)
def client_at(address: str) -> str:
    """What clients at an address are counted under.

    >>> client_at("192.0.2.7"), client_at("2001:db8::1:2"), client_at("::ffff:192.0.2.7")
    ('192.0.2.7', '2001:db8::/64', '192.0.2.7')
    """
    try:
        known = ip_address(address.partition("%")[0])
    except ValueError:
        return address[:100]
    if not isinstance(known, IPv6Address) or known.is_loopback:
        return str(known)
    if known.ipv4_mapped is not None:
        return str(known.ipv4_mapped)
    return str(IPv6Network((known, _NETWORK), strict=False))
