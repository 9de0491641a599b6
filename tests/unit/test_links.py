"""Visits to addresses: on a server of our own, whose address only these tests may allow; and what is kept of them."""

from __future__ import annotations

import threading
import time
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from guide import cli
from guide.commands import links
from guide.commands.common import Failure
from guide.links import named, results
from guide.links.network import is_public
from guide.links.results import FILE, GONE, NOT_YET, Results, after, read, written
from guide.links.visit import ANSWERS, CLOSED, FAILS, LATE, LOOP, LOST, NO_NAME, NOT_VISITED, REFUSED, UNSAFE, Answer, Visitor
from guide.strings import strings
from tests.project import CASE

from .samples import COUNTER, edited

DAY = date(2026, 11, 1)


class Host(BaseHTTPRequestHandler):
    """Answers as each path asks, and keeps what it was asked."""

    protocol_version = "HTTP/1.1"
    asked: list[tuple[str, str, str]] = []

    def log_message(self, *arguments: object) -> None:
        pass

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        self.asked.append((self.command, self.path, self.headers["User-Agent"]))
        what, _, more = self.path.lstrip("/").partition("/")
        if what == "slow":
            self._drip()
        elif what == "to":
            self._send(301, Location=more.replace("_", "/") if ":" in more else f"/{more}")
        elif what == "for-now":
            self._send(302, Location="/200")
        elif what == "round":
            self._send(302, Location="/round")
        elif what == "no-head":
            self._send(405 if self.command == "HEAD" else 200)
        elif what == "huge":
            self._send(200 if self.command == "GET" else 501, endless=self.command == "GET")
        elif what == "rude":
            self.connection.close()
        else:
            self._send(int(what))

    def _send(self, status: int, endless: bool = False, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": "999999999999" if endless else "0", **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            for _ in range(4000 if endless else 0):
                self.wfile.write(b"x" * 65536)
        except OSError:
            self.asked.append(("hung up", self.path, ""))

    def _drip(self) -> None:
        """A header line that never ends, one letter at a time, so that no single wait is long."""
        try:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
            for _ in range(200):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(.05)
        except OSError:
            pass


@pytest.fixture(scope="module")
def port():
    """The port of the server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    server.daemon_threads, server.block_on_close = True, False
    thread = threading.Thread(target=server.serve_forever, args=(.02,), daemon=True)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def host(port):
    """The address of the server, which has not been asked anything yet, and its port."""
    Host.asked.clear()
    return f"http://host.example:{port}", port


def visitor_of(port: int, seconds: float = 5, pause: float = 0, **more) -> Visitor:
    """A visitor for whom host.example is this server, and who may visit it there; everything else is judged as always."""
    def resolve(name: str, at: int) -> list[str]:
        if name == "nowhere.example":
            raise OSError("no address")
        return ["127.0.0.1"] if name == "host.example" else more.get("known", {}).get(name, [name])

    return Visitor("Guide/1.0 (+https://guide.example/)", seconds, pause, lambda address, at: (address, at) == ("127.0.0.1", port) or is_public(address, at), resolve)


@pytest.mark.parametrize(("path", "answer"), [
    ("/200", Answer(ANSWERS, 200)), ("/404", Answer(FAILS, 404)), ("/410", Answer(FAILS, 410)), ("/500", Answer(FAILS, 500)), ("/503", Answer(FAILS, 503)),
    ("/403", Answer(CLOSED, 403)), ("/429", Answer(CLOSED, 429)), ("/no-head", Answer(ANSWERS, 200)), ("/for-now", Answer(ANSWERS, 200)),
    ("/to/404", Answer(FAILS, 404)), ("/round", Answer(FAILS, 302, LOOP)), ("/rude", Answer(FAILS, reason=LOST)),
])
def test_an_answer_is_what_the_host_says(host, path, answer):
    """HEAD first; GET where HEAD is not liked. What leads elsewhere for the time being has not moved."""
    address, port = host

    assert visitor_of(port).visit(address + path) == answer


def test_what_moved_for_good_is_told_with_its_place(host):
    """Only where each step is for good; the host was asked in the Guide's name."""
    address, port = host

    assert visitor_of(port).visit(f"{address}/to/200") == Answer(ANSWERS, 200, moved_to=f"{address}/200")
    assert visitor_of(port).visit(f"{address}/to/for-now").moved_to == ""
    assert {agent for _, _, agent in Host.asked} == {"Guide/1.0 (+https://guide.example/)"}


def test_a_body_is_not_read(host):
    """However much a host would send, the line is closed after its first lines."""
    address, port = host
    start = time.monotonic()

    assert visitor_of(port).visit(f"{address}/huge") == Answer(ANSWERS, 200)
    while not any(word == "hung up" for word, *_ in Host.asked) and time.monotonic() < start + 5:
        time.sleep(.01)
    assert ("hung up", "/huge", "") in Host.asked


def test_a_host_that_sends_a_letter_now_and_then_is_not_waited_for(host):
    """The time is for the whole visit, not for each letter."""
    address, port = host
    start = time.monotonic()

    assert visitor_of(port, seconds=.4).visit(f"{address}/slow") == Answer(FAILS, reason=LATE)
    assert time.monotonic() - start < 5


@pytest.mark.parametrize("place", [
    "http://10.0.0.1/", "http://127.0.0.1/", "http://[::1]/", "http://169.254.169.254/latest/", "http://[::ffff:127.0.0.1]/", "http://[fe80::1]/",
    "http://[64:ff9b::7f00:1]/", "http://8.8.8.8:22/", "https://8.8.8.8:8443/", "file:///etc/passwd", "ftp://8.8.8.8/", "http://user:pass@8.8.8.8/", "http://inside.example/",
    "gopher://8.8.8.8/", "https:///nothing", "http://[bad/",
])
def test_no_redirect_leads_into_another_network(host, place):
    """Each step is judged as the first one is: what is private, local, reserved, at an odd port or of another kind is not visited."""
    address, port = host
    found = visitor_of(port, known={"inside.example": ["8.8.8.8", "192.168.1.1"]}).visit(f"{address}/to/{place.replace('/', '_')}")

    assert found == Answer(REFUSED, reason=NOT_VISITED)
    assert [path for command, path, _ in Host.asked] == [f"/to/{place.replace('/', '_')}"]


def test_a_name_is_asked_once_and_the_address_that_was_judged_is_visited(host):
    """A name that means another network a moment later is of no use."""
    address, port = host
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    visitor = visitor_of(port)
    visitor.resolve = lambda name, at: next(answers)

    assert visitor.visit(f"{address}/200") == Answer(ANSWERS, 200)
    assert visitor.visit(f"{address}/200") == Answer(REFUSED, reason=NOT_VISITED)
    assert len(Host.asked) == 1


def test_in_earnest_this_machine_is_not_visited(host):
    """Only a test allows it: the visitor of the command refuses."""
    _, port = host

    for url in (f"http://127.0.0.1:{port}/200", f"http://localhost:{port}/200", "http://localhost/", "http://2130706433/"):
        assert Visitor("Guide", pause=0).visit(url).state == REFUSED, url
    assert Host.asked == []


def test_a_certificate_has_to_be_good_and_a_name_has_to_exist(host):
    """A host that does not speak TLS at the address of a secure page is not to be trusted."""
    address, port = host

    assert visitor_of(port).visit(address.replace("http:", "https:") + "/200") == Answer(FAILS, reason=UNSAFE)
    assert visitor_of(port).visit("http://nowhere.example/") == Answer(FAILS, reason=NO_NAME)


def test_a_host_is_asked_one_thing_at_a_time_with_a_pause(host):
    """However many ask at once."""
    address, port = host
    visitor, start = visitor_of(port, pause=.15), time.monotonic()
    threads = [threading.Thread(target=visitor.visit, args=(f"{address}/200",)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert time.monotonic() - start >= .45 and len(Host.asked) == 4


@pytest.mark.parametrize(("address", "public"), [
    ("8.8.8.8", True), ("2606:4700::1111", True), ("0.0.0.0", False), ("10.1.2.3", False), ("100.64.0.1", False), ("172.31.0.1", False), ("192.0.0.8", False),
    ("192.0.2.1", False), ("198.18.0.1", False), ("203.0.113.9", False), ("224.0.0.1", False), ("255.255.255.255", False), ("::", False), ("::1", False),
    ("::ffff:10.0.0.1", False), ("::10.0.0.1", False), ("fc00::1", False), ("fe80::1%eth0", False), ("2001:db8::1", False), ("2001::1", False), ("2002:7f00:1::", False),
    ("64:ff9b::a00:1", False), ("ff02::1", False), ("not an address", False),
])
def test_only_addresses_of_the_public_network_are_visited(address, public):
    """Those that carry another address inside are not."""
    assert is_public(address, 443) is public
    assert not is_public(address, 8080)


# --- what is kept --------------------------------------------------------------------------------------------

def run_of(*days: int, state: str = FAILS) -> Results:
    """The results after an address failed on some days."""
    found = Results()
    for day in days:
        found = after(found, {"https://a.example/": Answer(state, 404 if state == FAILS else 403)}, DAY + timedelta(day))
    return found


@pytest.mark.parametrize(("days", "told"), [
    ((0,), FAILS), ((0, 0, 0), FAILS), ((0, 1, 2), FAILS), ((0, 14), FAILS), ((0, 7, 13), FAILS), ((0, 7, 14), GONE), ((0, 100, 200), GONE), (tuple(range(60)), GONE),
])
def test_an_address_is_gone_when_it_failed_on_three_days_over_two_weeks(days, told):
    """Once is never enough, however often it is asked on a day."""
    assert run_of(*days).told("https://a.example/") == told


def test_an_answer_ends_the_row_and_a_closed_door_does_not_count():
    """A page that came back starts anew; a host that lets no program in is not gone."""
    failed = run_of(0, 7, 14)
    back = after(failed, {"https://a.example/": Answer(ANSWERS, 200)}, DAY + timedelta(15))
    again = after(back, {"https://a.example/": Answer(FAILS, 404)}, DAY + timedelta(40))
    closed = after(failed, {"https://a.example/": Answer(CLOSED, 403)}, DAY + timedelta(15))

    assert [found.told("https://a.example/") for found in (back, again, closed, run_of(0, 7, 14, state=CLOSED))] == [ANSWERS, FAILS, CLOSED, CLOSED]
    assert after(closed, {"https://a.example/": Answer(FAILS, 404)}, DAY + timedelta(16)).told("https://a.example/") == GONE
    assert after(failed, {}, DAY).told("https://a.example/") == NOT_YET


def test_results_are_read_as_they_were_written(tmp_path):
    """An address in a line."""
    (tmp_path / "guide_data").mkdir()
    found = after(run_of(0, 7), {"https://a.example/": Answer(FAILS, reason=LATE), "https://é.example/": Answer(ANSWERS, 200, moved_to="https://b.example/")}, DAY)
    (tmp_path / FILE).write_text(written(found), "utf-8")

    assert read(tmp_path) == (found, [])


@pytest.mark.parametrize("content", [
    "{", '{"checked_on": "soon"}', '{"addresses": []}', '{"addresses": {"u": {"state": "gone", "on": "2026-01-01"}}}', '{"addresses": {"u": {"state": "fails"}}}',
    '{"addresses": {"u": {"state": "fails", "on": "2026-01-01", "reason": "<b>"}}}', '{"addresses": {"u": {"state": "fails", "on": "2026-01-01", "status": "404"}}}',
    '{"addresses": {"u": {"state": "fails", "on": "2026-01-01", "failed_on": ["x"]}}}', '{"addresses": {"u": {"state": ["x"], "on": "2026-01-01"}}}',
])
def test_results_that_cannot_be_read_are_an_error_and_count_as_none(project, content):
    """A proposal may hold anything."""
    guide = project({FILE: content})

    assert [code for code, *_ in guide.findings()] == ["kept-form"] and read(guide.root)[0] == Results()


# --- the command ---------------------------------------------------------------------------------------------

def test_every_address_of_a_record_is_named_with_its_record(site_of):
    """Sources, contacts, web pages in both languages, links in prose; what stands behind # is one page."""
    text = edited(CASE, ("contact: unknown", "contact:\n  organization: town\n  page: https://www.example.ca/desk#hours\n  verified: 2026"),
                  ("  en: One counter was opened.", "  en: One [counter](https://www.example.ca/counter) was opened."))
    town = {"guide_data/organizations/town.yml": edited(site_of().root.joinpath("guide_data/organizations/town.yml").read_text("utf-8"),
                                                        ("kind: organization", "page:\n  en: https://town.example.ca/\n  fr: https://town.example.ca/fr\nkind: organization"))}

    assert named.addresses(site_of({COUNTER: text, **town}).library) == {
        "https://town.example.ca/": [("organization", "town")], "https://town.example.ca/fr": [("organization", "town")],
        "https://www.example.ca/counter": [("case_study", "counter")], "https://www.example.ca/desk": [("case_study", "counter")],
        "https://www.example.ca/report": [("case_study", "counter")]}


class Told:
    """A visitor who knows the answers, and what it was asked."""

    def __init__(self, **answers: Answer) -> None:
        self.answers, self.asked = answers, []

    def visit(self, url: str) -> Answer:
        self.asked.append(url)
        return self.answers.get(url.rpartition("/")[2], Answer(FAILS, reason=NO_NAME))


def test_the_command_says_what_failed_and_keeps_it(project, capsys):
    """Drafts are visited too: their reviewers want to know before they are published."""
    draft = edited(CASE, ("https://www.example.ca/report", "https://www.example.ca/old"), ("shared-counter", "second"), ("comptoir-partage", "deuxieme"),
                   ("A counter for two", "Another counter for two"), ("Un comptoir pour", "Un autre comptoir pour"), ("  basis: public-sources", "  basis: pending"))
    guide = project({"guide_data/case_studies/second.yml": draft})

    links.run(guide.root, strings("en"), Told(report=Answer(ANSWERS, 200, moved_to="https://www.example.ca/new"), old=Answer(FAILS, 404)), DAY)

    out = capsys.readouterr().out
    assert "https://www.example.ca/old: it answered 404" in out and "https://www.example.ca/report: moved for good to https://www.example.ca/new" in out
    assert read(guide.root)[0].told("https://www.example.ca/old") == FAILS and read(guide.root)[0].checked_on == DAY


def test_offline_nothing_is_called_dead(project):
    """Where nobody answers at all, the fault is here: it is said, and nothing is written."""
    guide = project()

    with pytest.raises(Failure, match="seems to be offline"):
        links.run(guide.root, strings("en"), Told(), DAY)
    assert not (guide.root / FILE).exists()


def test_offline_not_every_host_is_waited_for():
    """A dozen hosts without an answer are enough to know."""
    visitor = Told()

    assert links.visited([f"https://{number}.example/x" for number in range(200)], visitor) is None
    assert len(visitor.asked) < 20


@pytest.mark.parametrize("name", ["GITHUB_HEAD_REF", "CI_MERGE_REQUEST_IID"])
def test_inside_a_pull_request_nothing_is_visited(project, monkeypatch, capsys, name):
    """Whoever proposes a file would choose what the maintainers' machine visits."""
    monkeypatch.chdir(project().root)
    monkeypatch.setenv("GUIDE_LANG", "en")
    monkeypatch.setenv(name, "1")
    monkeypatch.setattr(links, "run", lambda *arguments: pytest.fail("visited"))

    assert cli.main(["links"]) == 1
    assert "not visited inside a pull request" in capsys.readouterr().err


def test_the_guide_gives_its_name_and_address(project, monkeypatch):
    """From the environment, or from mkdocs.yml."""
    root = project().root
    monkeypatch.delenv("GUIDE_SITE_URL", raising=False)

    assert links.agent(root).endswith("(link check; +https://guide.example/)")
    monkeypatch.setenv("GUIDE_SITE_URL", "https://guide.canada.test/x/")
    assert "+https://guide.canada.test/x/" in links.agent(root)


def test_all_that_can_be_told_has_its_place(results_states=results.STATES):
    """The states of an answer, and the two that are worked out."""
    assert set(results_states) == {ANSWERS, CLOSED, FAILS, REFUSED, GONE, NOT_YET}
