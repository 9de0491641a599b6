"""Which hosts a record may link to: plain public names. What only means something inside a network, or leads back to the
reader's own machine, is none; nor is a name of which a reader cannot see what it is.
"""

from __future__ import annotations

import re

_NAME = re.compile(r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")
# Names kept for networks of one's own and for machines: https://www.iana.org/assignments/special-use-domain-names
_INSIDE = (".local", ".localhost", ".localdomain", ".internal", ".intranet", ".private", ".lan", ".home", ".corp", ".test", ".invalid", ".onion", ".alt", ".arpa")
# Services that answer for every name below them with the private address that the name spells.
_SPELLED = ("nip.io", "sslip.io", "xip.io", "localtest.me", "lvh.me", "vcap.me", "lacolhost.com")
_NO_ENDINGS = (*_INSIDE, *(f".{name}" for name in _SPELLED))


def is_public(host: str) -> bool:
    """Whether a host, in small letters, can be one that everybody reaches under the name that everybody reads.

    >>> [is_public(host) for host in ("www.canada.ca", "127.0.0.1", "2130706433", "printer.local", "xn--cnada-3ve.ca", "10.0.0.1.nip.io")]
    [True, False, False, False, False, False]
    """
    is_inside = host.endswith(_NO_ENDINGS) or host in _SPELLED
    return _NAME.fullmatch(host) is not None and not is_inside and not host.startswith("xn--") and ".xn--" not in host
