"""Which addresses of the network may be visited, and a connection to exactly the one that was looked at.

A name is resolved once, every address that it has is judged, and the connection goes to the address that was judged: a
name that answers differently a moment later changes nothing.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
from http.client import HTTPConnection
from threading import Timer

PORTS = {"http": 80, "https": 443}
# What is in use for the public of IPv6, without what carries an IPv4 address inside or is kept for documents and tests:
# https://www.iana.org/assignments/iana-ipv6-special-registry/
_PUBLIC_6 = ipaddress.ip_network("2000::/3")
_NOT_PUBLIC_6 = tuple(map(ipaddress.ip_network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "2620:4f:8000::/48")))
# https://www.iana.org/assignments/iana-ipv4-special-registry/ (Python's own list has grown between versions)
_NOT_PUBLIC_4 = tuple(map(ipaddress.ip_network, (
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
    "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
    "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
)))


def is_public(address: str, port: int) -> bool:
    """Whether an address of the network may be visited: one of the public Internet, at the port of the Web.

    >>> is_public("192.168.0.1", 80), is_public("::ffff:8.8.8.8", 443), is_public("8.8.8.8", 22), is_public("8.8.8.8", 443)
    (False, False, False, True)
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    if port not in PORTS.values():
        return False
    if isinstance(found, ipaddress.IPv4Address):
        return found.is_global and not any(found in network for network in _NOT_PUBLIC_4)
    return found.scope_id is None and found in _PUBLIC_6 and not any(found in network for network in _NOT_PUBLIC_6)


def resolved(host: str, port: int) -> list[str]:
    """The addresses that a name has now. Raises OSError where it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class Connection(HTTPConnection):
    """A connection to one address of the network, for a host's name. It ends after `seconds`, whatever the other side does."""

    def __init__(self, scheme: str, host: str, port: int, address: str, seconds: float) -> None:
        super().__init__(host, port, timeout=seconds)
        self.scheme, self.address, self.default_port = scheme, address, PORTS[scheme]
        self.is_late = False
        self._timer = Timer(seconds, self._end)
        self._timer.daemon = True

    def connect(self) -> None:
        self._timer.start()
        self._raw = self.sock = socket.create_connection((self.address, self.port), self.timeout)
        if self.scheme == "https":
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)

    def _end(self) -> None:
        """A side that sends one byte now and then is not waited for longer than one that sends none."""
        self.is_late = True
        try:
            self._raw.shutdown(socket.SHUT_RDWR)
        except (AttributeError, OSError):
            pass  # there is no connection yet, or no longer

    def close(self) -> None:
        self._timer.cancel()
        super().close()
