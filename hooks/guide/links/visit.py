"""One visit to an address: HEAD, then GET where HEAD is not liked; each step of a redirect is judged like the first one.

Nothing that is sent back is read but its first lines. Hosts are asked one thing at a time, with a pause in between.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable
from http.client import HTTPException
from threading import Lock
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from .network import PORTS, Connection, is_public, resolved
from .results import ANSWERS, CLOSED, FAILS, LATE, LOOP, LOST, NO_NAME, NOT_VISITED, REFUSED, UNSAFE, Answer

# A host that does not let programs in says nothing about the page: https://www.rfc-editor.org/rfc/rfc9110#section-15.5
_CLOSED = {401, 402, 403, 407, 429, 451, 999}
_REDIRECTS, _FOR_GOOD = {301, 302, 303, 307, 308}, {301, 308}
MOST_STEPS = 10
MOST_LETTERS = 2000


class Visitor:
    """Visits addresses in the name of `agent`. `allows` judges an address of the network and a port; only tests give another."""

    def __init__(self, agent: str, seconds: float = 20, pause: float = 1, allows: Callable[[str, int], bool] = is_public,
                 resolve: Callable[[str, int], list[str]] = resolved) -> None:
        self.agent, self.seconds, self.pause, self.allows, self.resolve = agent, seconds, pause, allows, resolve
        self._turns: dict[str, tuple[Lock, list[float]]] = {}
        self._guard = Lock()

    def visit(self, url: str) -> Answer:
        """What an address answers."""
        answer = self._followed("HEAD", url)
        if answer.state in (ANSWERS, REFUSED) or answer.reason in (NO_NAME, UNSAFE):
            return answer
        return self._followed("GET", url)

    def _followed(self, method: str, url: str) -> Answer:
        """The answer at the end of the redirects. `moved_to` is told only where each of them is for good."""
        here, for_good = url, True
        for _ in range(MOST_STEPS + 1):
            parts = _parts(here)
            if parts is None:
                return Answer(REFUSED, reason=NOT_VISITED)
            answer, location = self._step(method, parts)
            if not location:
                moved = here if answer.state == ANSWERS and for_good and here != url else ""
                return Answer(answer.state, answer.status, answer.reason, moved)
            for_good = for_good and answer.status in _FOR_GOOD
            here = _onward(here, location)
        return Answer(FAILS, answer.status, LOOP)

    def _step(self, method: str, parts: SplitResult) -> tuple[Answer, str]:
        """One request, and where it leads on to."""
        host, port = str(parts.hostname), parts.port or PORTS[parts.scheme]
        try:
            addresses = self.resolve(host, port)
        except (OSError, UnicodeError):
            return Answer(FAILS, reason=NO_NAME), ""
        if not addresses or not all(self.allows(address, port) for address in addresses):
            return Answer(REFUSED, reason=NOT_VISITED), ""
        lock, last = self._turn(host)
        with lock:
            time.sleep(max(0, last[0] + self.pause - time.monotonic()))
            try:
                return self._asked(method, parts, Connection(parts.scheme, host, port, addresses[0], self.seconds))
            finally:
                last[0] = time.monotonic()

    def _asked(self, method: str, parts: SplitResult, connection: Connection) -> tuple[Answer, str]:
        try:
            connection.request(method, _target(parts), headers={"User-Agent": self.agent, "Accept": "*/*", "Connection": "close"})
            answer = connection.getresponse()
            if connection.is_late:  # what came before the end of the time looks like a whole answer
                raise TimeoutError
            location = answer.getheader("Location", "") if answer.status in _REDIRECTS else ""
            return Answer(_state(answer.status), answer.status), location.encode("latin-1", "replace").decode("utf-8", "replace").strip()
        except ssl.SSLError:
            return Answer(FAILS, reason=LATE if connection.is_late else UNSAFE), ""
        except TimeoutError:
            return Answer(FAILS, reason=LATE), ""
        except (OSError, HTTPException, ValueError):
            return Answer(FAILS, reason=LATE if connection.is_late else LOST), ""
        finally:
            connection.close()

    def _turn(self, host: str) -> tuple[Lock, list[float]]:
        """Whose turn it is at a host, and when it was last asked."""
        with self._guard:
            return self._turns.setdefault(host, (Lock(), [float("-inf")]))


def _state(status: int) -> str:
    return ANSWERS if 200 <= status < 300 else CLOSED if status in _CLOSED else FAILS


def _onward(here: str, location: str) -> str:
    """Where a redirect leads; "" where nobody can tell, which is no address."""
    try:
        return urljoin(here, location)
    except ValueError:
        return ""


def _parts(url: str) -> SplitResult | None:
    """An address that may be visited at all: of the Web, with a host, without a name and a password."""
    try:
        parts = urlsplit(url)
        port_is_number = parts.port is None or parts.port > 0
    except ValueError:
        return None
    is_plain = parts.scheme in PORTS and parts.hostname and parts.username is None and len(url) <= MOST_LETTERS
    return parts if is_plain and port_is_number else None


def _target(parts: SplitResult) -> str:
    """What is asked of the host: path and query, in the letters that a request may have."""
    return quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe="%/:=&?~#+!$,;'@()*[]|")
