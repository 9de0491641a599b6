"""Where the forms of a page are that are not read like a page: permanent addresses, cards, feeds, data, oEmbed.

Functions of the kind and key of a page, or of its path as routes.py gives it. Like there, paths are below the site and
have no leading slash.
"""

from __future__ import annotations

# The kinds of page that have a permanent address and a card, with the one letter that stands for the kind.
LETTERS = {"case_study": "c", "organization": "o", "term": "t"}


def permanent(kind: str, key: str) -> str:
    """The address of a page that never changes and has no language. Raises KeyError for a kind that has none.

    >>> permanent("case_study", "bizpal")
    'c/bizpal/'
    >>> permanent("term", "jurisdiction/CA-ON")
    't/jurisdiction/CA-ON/'
    """
    return f"{LETTERS[kind]}/{key}/"


def card(kind: str, key: str, language: str) -> str:
    """The card of a page, for an iframe on another site.

    >>> card("organization", "service-canada", "fr")
    'fr/embed/o/service-canada/'
    """
    return f"{language}/embed/{permanent(kind, key)}"


def feed(path: str) -> dict[str, str]:
    """The feeds of a page, by format.

    >>> feed("en/case-studies/")
    {'atom': 'en/case-studies/feed.xml', 'json': 'en/case-studies/feed.json'}
    """
    return {"atom": f"{path}feed.xml", "json": f"{path}feed.json"}


def data(path: str) -> str:
    """The record of a page as JSON.

    >>> data("en/case-studies/bizpal/")
    'en/case-studies/bizpal.json'
    """
    return f"{path.removesuffix('/')}.json"


def oembed(path: str) -> dict[str, str]:
    """The oEmbed answers about a page, by format.

    >>> oembed("en/case-studies/bizpal/")
    {'json': 'en/case-studies/bizpal/oembed.json', 'xml': 'en/case-studies/bizpal/oembed.xml'}
    """
    return {"json": f"{path}oembed.json", "xml": f"{path}oembed.xml"}


def picture(kind: str, key: str, language: str) -> str:
    """The picture of a page, for where a link to it is shared: its own, or the one of the language.

    >>> picture("case_study", "bizpal", "en"), picture("page", "about", "fr")
    ('en/pictures/c/bizpal.png', 'fr/pictures/guide.png')
    """
    return f"{language}/pictures/{permanent(kind, key).rstrip('/') if kind == 'case_study' else 'guide'}.png"
