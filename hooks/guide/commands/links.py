"""`guide links`: visits the addresses that records name, and writes down which of them answer.

For a schedule or a person. Inside a pull request it refuses: whoever proposes a file would choose what is visited.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import click

from ..links import named, results
from ..links.visit import ANSWERS, CLOSED, FAILS, REFUSED, Answer, Visitor
from ..reports.sentence import visible
from ..strings import Strings
from .common import Failure, language_option, project_root, words
from .whole import sound

# So many hosts at once; each host is asked one thing at a time.
AT_ONCE = 4
# So many hosts without any answer, and the machine is offline.
ENOUGH = 12


@click.command(short_help="Visit the addresses of sources. / Visiter les adresses des sources.")
@language_option
def links(language: str | None) -> None:
    """Visit the addresses that records name, and keep the result for `guide report`. / Visiter les adresses que nomment les fiches, et garder le résultat pour `guide report`."""
    t = words(language)
    if is_in_pull_request(dict(os.environ)):
        raise Failure(t("links.pull-request"))
    root = project_root(t)
    run(root, t, Visitor(agent(root)), date.today())


def run(root: Path, t: Strings, visitor: Visitor, on: date) -> None:
    """Visit everything, say what failed, write the file. Raises Failure when nothing answered at all."""
    site = sound(root, t).site
    urls = sorted(named.addresses(site.library))
    click.echo(t("links.visiting", n=len(urls)))
    answers = visited(urls, visitor)
    if answers is None:
        raise Failure(t("links.offline"))
    found = results.after(site.links, answers, on)
    for url, answer in answers.items():
        if answer.state != ANSWERS:
            reason = t("links.reason.status", status=answer.status) if not answer.reason else t(f"links.reason.{answer.reason}")
            click.echo(t("links.failed", url=url, reason=reason))
        elif answer.moved_to:
            click.echo(visible(t("links.moved", url=url, moved=answer.moved_to)))  # a host may send what a terminal obeys
    (root / results.FILE).write_bytes(results.written(found).encode("utf-8"))
    told = [one.told for one in found.visited.values()]
    click.echo(t("links.written", file=results.FILE, gone=told.count(results.GONE), **{state: told.count(state) for state in (ANSWERS, CLOSED, FAILS, REFUSED)}))


def visited(urls: Iterable[str], visitor: Visitor) -> dict[str, Answer] | None:
    """What each address answers, host by host; None when no host answers, as on a machine without a network."""
    hosts: dict[str, list[str]] = {}
    for url in urls:
        hosts.setdefault(urlsplit(url).netloc, []).append(url)
    answers: dict[str, Answer] = {}

    def visit(mine: list[str]) -> None:
        for url in mine:
            if not is_offline(answers, ENOUGH):
                answers[url] = visitor.visit(url)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(visit, hosts.values()))
    return None if is_offline(answers, 1) else {url: answers[url] for url in urls}


def is_offline(answers: dict[str, Answer], enough: int) -> bool:
    """Whether so many visits failed and not one was answered."""
    said = list(answers.values())
    return sum(answer.state == FAILS for answer in said) >= enough and not any(answer.was_heard for answer in said)


def is_in_pull_request(environment: dict[str, str]) -> bool:
    """Whether this runs for a proposal, on the hosts that tell.

    >>> is_in_pull_request({"GITHUB_EVENT_NAME": "pull_request"}), is_in_pull_request({"GITHUB_EVENT_NAME": "schedule"})
    (True, False)
    """
    event = environment.get("GITHUB_EVENT_NAME", "")
    return event.startswith("pull_request") or bool(environment.get("GITHUB_HEAD_REF") or environment.get("CI_MERGE_REQUEST_IID"))


def agent(root: Path) -> str:
    """How the Guide introduces itself to hosts: its name, and its address from the environment or mkdocs.yml."""
    config = (root / "mkdocs.yml").read_text("utf-8")
    address = os.environ.get("GUIDE_SITE_URL") or next(iter(re.findall(r"""(?m)^site_url:.*?(https?://[^\s"'\]]+)""", config)), "")
    return f"ServiceDeliveryPartnershipsGuide/1.0 (link check; +{address})".replace("\r", "").replace("\n", "")
