"""Texts that look strange and are right: none may be refused, and each has to arrive as it was typed."""

from __future__ import annotations

from tests.project import CASE

COUNTER = "guide_data/case_studies/counter.yml"

# What YAML itself would turn into something else.
PLAIN = (
    "ON", "NO", "Off", "yes", "True", "null", "~", "012", "1.10", "12:30", "12:30:45", "0x1F", "1e5", "1_000", ".inf", ".NaN", "2024-13-45",
    "2026-11-22T10:00:00Z", "=", "+1 902 555-0100", "<<", "-5", "50%", "C#", "a:b", "3.",
)
# Languages, marks and signs.
SCRIPTS = (
    "L'équipe d'Arviat n'a qu'un guichet",
    "Kátł'odeeche First Nation, Łutsël K'é, Délı̨nę",
    "Le guichet « unique » — l’accueil",
    "ᓄᓇᕗᑦ ᒐᕙᒪᖓ, ᑎᑎᕋᕐᕕᒃ",
    "خدمة واحدة للجميع",
    "שירות אחד",
    "单一窗口服务",
    "👩🏽‍💻 and 👨‍👩‍👧 at the counter 🇨🇦",
    "نمی‌خواهم (with a joiner)",
    "\u2764\ufe0f\u200d\U0001f525 and \U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "\u0915\u094d\u200d\u0937, \u061c123 and a soft\u00adhyphen",
    "1\u202f200\u202f$ et 5\u00a0%",
    "Fish & chips <b>not bold</b> \\ {{ page.title }} ${HOME} %s {0}",
    "Isolated \u2067שלום\u2069 and closed",
    "Æ œ ß ﬁ Ω",
)
# How a text is typed, and what it says.
TYPED = (
    ('"Office #3: open"', "Office #3: open"),
    ("'Office #3: open'", "Office #3: open"),
    ('"Office #3"  # a comment behind quotes', "Office #3"),
    ("'It''s here'", "It's here"),
    ('"She said \\"yes\\""', 'She said "yes"'),
    ('"* starred: and more"', "* starred: and more"),
    ("https://www.example.ca/a#b", "https://www.example.ca/a#b"),
    ("a -- b - c ? d ! e & f * g", "a -- b - c ? d ! e & f * g"),
    (">-\n      Folded # and: more,\n      - not a list", "Folded # and: more, - not a list"),
    ("|-\n      Kept # and: more", "Kept # and: more"),
    ("Plain text\n      that goes on", "Plain text that goes on"),
    (">-\n      A text in [brackets] and {braces}, 'quoted' \"twice\"", "A text in [brackets] and {braces}, 'quoted' \"twice\""),
)


def quoted(text: str) -> str:
    """A text in single quotes, as YAML wants it."""
    return "'" + text.replace("'", "''") + "'"


ALL = (*((text, text) for text in PLAIN), *((quoted(text), text) for text in SCRIPTS), *TYPED)


def case_with(fields: dict[str, list[str]]) -> str:
    """The minimal case with lists of sentences: each as it is typed in English, with an ordinary French one."""
    case = CASE.replace("      - results\n", "      - results\n" + "".join(f"      - {field}\n" for field in fields))
    sentences = "".join(f"{field}:\n" + "".join(f"  - en: {typed}\n    fr: Phrase {number} de {field}.\n" for number, typed in enumerate(texts, 1))
                        for field, texts in fields.items())
    return case.replace("evidence: moderate\n", sentences + "evidence: moderate\n")
