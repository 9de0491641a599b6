"""The Content-Security-Policy of every page of the built site, and the headers for hosts that can send them."""

from __future__ import annotations

import base64
import hashlib
import re
from html import unescape
from pathlib import Path

import pytest

from .parsed import told

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
# What could load or run: the policy stands before all of it. Finished pages escape every < and > of a text.
LOADS = re.compile(r"<(?:script|style|link|base|img|iframe|object|embed|body)\b")
TAG = re.compile(r"<[a-zA-Z][^>]*>")
INLINE = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1>", re.DOTALL)
FORBIDDEN = re.compile(r"""\s(?:style|on[a-z]+)\s*=""")


def directives(policy: str) -> dict[str, list[str]]:
    """A policy as a browser reads it."""
    return {name: values for name, *values in (part.split() for part in policy.split(";"))}


@pytest.fixture(scope="module")
def html(site: Path) -> dict[str, str]:
    """Every HTML file of the site, whatever it is for."""
    return {file.relative_to(site).as_posix(): file.read_text("utf-8") for file in sorted(site.rglob("*.html"))}


@pytest.fixture(scope="module")
def policies(html) -> dict[str, dict[str, list[str]]]:
    """The policy of every file."""
    return {path: directives(unescape(META.search(text)[1])) if META.search(text) else {} for path, text in html.items()}


def test_every_page_has_one_policy_before_anything_that_loads(html):
    """Cards, permanent addresses, the front door and the page for errors too."""
    wrong = [path for path, text in html.items() if len(META.findall(text)) != 1 or META.search(text).start() > LOADS.search(text).start()]

    assert len(html) > 1000 and not wrong, told(wrong)


def test_no_policy_lets_anything_in_from_elsewhere_or_from_the_page_itself(policies):
    """Everything is forbidden but what is named; scripts come from files of the site, and nothing is compiled from text."""
    for path, policy in policies.items():
        assert policy["default-src"] == policy["base-uri"] == ["'none'"], path
        assert policy.get("object-src", ["'none'"]) == ["'none'"], path
        assert policy.get("script-src", ["'self'"]) == ["'self'"] and policy["form-action"] in (["'self'"], ["'none'"]), path
        allowed = {value for values in policy.values() for value in values}
        assert not [value for value in allowed if not re.fullmatch(r"'none'|'self'|data:|'sha256-[A-Za-z0-9+/=]+'", value)], f"{path}: {allowed}"
        assert [name for name, values in policy.items() if "data:" in values] in ([], ["img-src"]), path


def test_what_stands_in_a_page_is_in_its_policy(html, policies):
    """No script stands in a page; a stylesheet does only in a card, with its hash; no element has a style or a handler."""
    wrong = []
    for path, text in html.items():
        wrong += [f"{path}: {tag}" for tag in TAG.findall(text) if FORBIDDEN.search(re.sub(r'"[^"]*"', '""', tag))]
        for name, attributes, content in INLINE.findall(text):
            if name == "script" and ("src=" in attributes or 'type="application/ld+json"' in attributes):
                continue  # a block of data is not run
            sha = "'sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() + "'"
            if name == "script" or sha not in policies[path].get("style-src", []):
                wrong.append(f"{path}: <{name}> {content[:50]}")

    assert not wrong, told(wrong)


def test_cards_alone_hold_a_stylesheet_and_cards_alone_may_be_framed(html, site):
    """No rule of _headers forbids others to frame a card, one rule forbids it for each other page, and hosts take as many."""
    rules = dict(re.findall(r"^(/\S*)\n((?:  .*\n)+)", (site / "_headers").read_text("utf-8"), re.MULTILINE))
    framed = [rule for rule, values in rules.items() if "frame-ancestors 'self'" in values]

    def matching(path: str, among) -> list[str]:
        address = "/" + path.removesuffix("index.html")
        return [rule for rule in among if rule == address or (rule.endswith("*") and address.startswith(rule[:-1]))]

    wrong = [path for path in html if len(matching(path, framed)) != (0 if re.match(r"(en|fr)/embed/", path) else 1)]
    assert not wrong, told(wrong)
    assert len(rules) <= 100 and [rule for rule, values in rules.items() if "nosniff" in values] == ["/*"]
    doubled = [rule for rule in rules if rule != "/*" and len(matching(rule[1:].rstrip("*"), [one for one in rules if one != "/*"])) != 1]
    assert not doubled, f"two rules for one header: {doubled}"


def test_workers_may_compile_what_pages_may_not(site):
    """Only the folder of the checker has a rule for WebAssembly, and no page is in it."""
    compiles = [rule for rule, values in re.findall(r"^(/\S*)\n((?:  .*\n)+)", (site / "_headers").read_text("utf-8"), re.MULTILINE) if "wasm" in values]

    assert sorted(compiles) == ["/assets/checker/*"]
    assert not [file for rule in compiles for file in (site / rule[1:-1]).rglob("*.html")]
