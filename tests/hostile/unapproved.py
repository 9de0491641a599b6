"""Everything that may stand where an approval should, as data: none of it publishes a record of any kind."""

from __future__ import annotations

WHOLE = """\
consent:
  basis: author-approval
  administration: town
  role: {en: Director, fr: Direction}
  approved_on: 2026-11-22
  languages: [en, fr]
  parts: [whole]
"""
# What is written instead of the word author-approval. None of these is the basis of any record.
WORDS = (
    "Author-approval", "AUTHOR-APPROVAL", "author_approval", "author approval", "authorapproval", "author-aproval", "author-approved", "auther-approval", "author--approval",
    "-author-approval", "author-approval.", "author-approval;", "approval", "approved", "approuvé", "approbation-auteur", "oui", "yes", "Yes", "true", "True", "on", "1", "ok", "y",
    "false", "no", "off", "0", "null", "~", "unknown", "TBD", "n/a", "draft", "published", "public", "publicsources", "public_sources", "public sources", "Public-Sources",
    "pending-approval", "not-approved", "none", "all", "any", "*author", "author-approval, pending", "pending, author-approval",
    # Letters of other alphabets, and signs that nobody sees or that look like a hyphen.
    "\u0430uthor-approval", "auth\u043er-approval", "author-\u0430pproval", "author-app\u0433oval", "author-approva\u04c0", "\uff41uthor-approval", "author\u2010approval",
    "author\u2011approval", "author\u2012approval", "author\u2013approval", "author\u2212approval", "author\ufe63approval", "author\uff0dapproval", "author\u00adapproval",
    "author-\u200dapproval", "author-approval\u200c", "\u2060author-approval", "author-approval\u200b", "author-approval\ufe0f", "author-approv\u00e1l", "author-approva\u0301l",
    "\u2067author-approval\u2069", "author-approval\U000e0020", "\u180eauthor-approval", "author-approval\u3164", "\u0440ublic-sources", "public\u2011sources", "publ\u0131c-sources",
)
# What is written behind `basis:`, letter for letter.
TYPED = (
    "", '""', "''", '" "', '"author-approval "', '" author-approval"', '"author-approval\\n"', '"author-approval\\0"', "'author-approval '", "|\n    author-approval", ">\n    author-approval\n",
    "[author-approval]", "[]", "{}", "{author-approval: true}", "\n    - author-approval", "\n    author-approval: true", "!!str author-approval", "&a author-approval", "*author-approval",
    '"author-approval" "author-approval"', "author-approval: true", "author-approval # pending\n  basis: pending", "author\\-approval", '"\\u0430uthor-approval"', '"author-approval\\u00a0"',
    '"public-sources "', "[public-sources]", "\n    public-sources: yes",
)
# The complete approval with one thing changed.
CHANGED = (
    ("basis: author-approval", "basis: pending"), ("  basis: author-approval\n", ""), ("basis:", "Basis:"), ("basis:", "base:"), ("consent:", "Consent:"), ("consent:", "consentement:"),
    ("consent:", "consents:"), ("consent:\n", "consent: true\n"), ("consent:\n", "approval:\n"),
    ("  administration: town\n", ""), ("administration: town", 'administration: ""'), ("administration: town", "administration: []"), ("administration: town", "administration: [town]"),
    ("  role: {en: Director, fr: Direction}\n", ""), ("{en: Director, fr: Direction}", '""'), ("{en: Director, fr: Direction}", "{}"), ("{en: Director, fr: Direction}", "[Director]"),
    ("  approved_on: 2026-11-22\n", ""), ("2026-11-22", ""), ("2026-11-22", "soon"), ("2026-11-22", "2026-11"), ("2026-11-22", "2026"), ("2026-11-22", "unknown"), ("2026-11-22", "22/11/2026"),
    ("2026-11-22", "2026-11-31"), ("2026-11-22", "2026-13-01"), ("2026-11-22", "2026-11-22T10:00:00Z"), ("2026-11-22", "2099-01-01"), ("2026-11-22", "9999-12-31"), ("2026-11-22", "0000-00-00"),
    ("2026-11-22", "\uff12\uff10\uff12\uff16-11-22"), ("2026-11-22", "20261122"), ("2026-11-22", "true"), ("2026-11-22", "[2026-11-22]"), ("2026-11-22", "-2026-11-22"),
    ("  languages: [en, fr]\n", ""), ("[en, fr]", "[en]"), ("[en, fr]", "[fr]"), ("[en, fr]", "[en, en]"), ("[en, fr]", "[en, fr, en]"), ("[en, fr]", "[]"), ("[en, fr]", "en, fr"),
    ("[en, fr]", "both"), ("[en, fr]", "[en, de]"), ("[en, fr]", "[EN, FR]"), ("[en, fr]", "[English, French]"), ("[en, fr]", "[en-CA, fr-CA]"), ("[en, fr]", "true"), ("[en, fr]", "{en: true, fr: true}"),
    ("[en, fr]", "[e\u043f, fr]"), ("[en, fr]", '["en ", fr]'), ("[en, fr]", "[\u0435n, fr]"),
    ("  parts: [whole]\n", ""), ("[whole]", "[]"), ("[whole]", "whole"), ("[whole]", "[Whole]"), ("[whole]", "[all]"), ("[whole]", "[partnerships]"), ("[whole]", "[whole, partnerships]"),
    ("[whole]", '["whole "]'), ("[whole]", "[wh\u043ele]"), ("[whole]", "true"), ("[whole]", "[whole, whole]"),
)
WITHOUT = ("", "consent:\n", "consent: null\n", "consent: ~\n", "consent: {}\n", "consent: []\n", 'consent: ""\n', "consent: true\n", "consent: yes\n", "consent: false\n", "consent: approved\n",
           "consent: author-approval\n", "consent: public-sources\n", "consent: [author-approval]\n", "consent: [{basis: author-approval}]\n", "consent:\n  - basis: author-approval\n",
           "consent:\n  basis: pending\n", "# consent:\n#   basis: author-approval\n", "consent:\n  consent:\n    basis: author-approval\n", "CONSENT:\n  basis: author-approval\n", "c\u043ensent:\n  basis: pending\n")

VARIANTS = {
    **{f"instead of a consent: {text!r}": text for text in WITHOUT},
    **{f"the word {word!a}": WHOLE.replace("author-approval", word) for word in WORDS},
    **{f"only the word {word!a}": f"consent:\n  basis: {word}\n" for word in WORDS if "ublic" in word},
    **{f"typed {text!a}": WHOLE.replace("author-approval", text) for text in TYPED},
    **{f"{new!a} instead of {old!a}": WHOLE.replace(old, new) for old, new in CHANGED},
    "a second consent that waits": WHOLE + "consent:\n  basis: pending\n",
    "a first consent that waits": "consent:\n  basis: pending\n" + WHOLE,
    "a second document that approves": "---\n" + WHOLE,
    "an approval in a text": "note: |\n" + "".join(f"  {line}\n" for line in WHOLE.splitlines()),
    "an approval by a merge key": WHOLE.replace("consent:\n", "base: &base\n") + "consent:\n  <<: *base\n",
    "an alias": WHOLE.replace("consent:", "base: &base") + "consent: *base\n",
    "a tab": WHOLE.replace("  basis", "\tbasis"),
}


def draft_of(record: str, consent: str) -> bytes:
    """A record with what stands where its approval should."""
    return (record + consent).encode("utf-8", errors="surrogatepass")
