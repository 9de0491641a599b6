"""What a page may load and run: its Content-Security-Policy, and the headers for hosts that can send them.

Each page carries its policy in its head, since many hosts of static sites send no headers. The checker works in a worker,
whose file has a policy of its own only where a host sends one (docs/decisions/0013-content-security-policy.md).
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache

from markupsafe import Markup

from ..languages import LANGUAGES
from ..machine_paths import LETTERS
from ..routes import Routes
from .assets import FOLDER
from .runtime import FOLDER as CHECKER

# Nothing but what is named. Material's stylesheet holds a few small pictures as data.
_PAGE = {
    "default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "img-src": "'self' data:", "font-src": "'self'", "connect-src": "'self'",
    "worker-src": "'self'", "frame-src": "'self'", "manifest-src": "'self'", "object-src": "'none'", "base-uri": "'none'", "form-action": "'self'",
}
# MkDocs' preview follows changes with a script in each page, which differs each time.
_PREVIEW = _PAGE | {"script-src": "'self' 'unsafe-inline'"}
# The checker is WebAssembly, which a browser compiles only where a policy says so.
_WORKER = {"default-src": "'none'", "script-src": "'self' 'wasm-unsafe-eval'", "connect-src": "'self'"}

_EVERYWHERE = {
    "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def page(is_preview: bool = False) -> Markup:
    """The policy of a page, ready for an attribute.

    >>> str(page()).split("; ")[1]
    "script-src 'self'"
    """
    return _written(_PREVIEW if is_preview else _PAGE)


def style(name: str) -> Markup:
    """The stylesheet of a page that is one file: a card for other sites (`embed`), the whole Guide (`whole`)."""
    return Markup((FOLDER / "special" / f"{name}.css").read_text("utf-8").strip())


@cache
def alone(style: str) -> Markup:
    """The policy of such a page, one for all cards: its own stylesheet, known by its hash, and nothing else."""
    sha = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return _written({"default-src": "'none'", "style-src": f"'sha256-{sha}'", "base-uri": "'none'", "form-action": "'none'"})


def headers(routes: Routes) -> str:
    """The file `_headers`, which several hosts of static sites read.

    No address has two rules for one header, because hosts differ in what they then do. So the rule that only the Guide
    may frame its pages is written for each section; cards (`embed/`) have none.
    """
    framed = _written({"frame-ancestors": "'self'"})
    paths = ("", "404.html", *(f"{letter}/" for letter in LETTERS.values()), *(path for paths in (*routes.paths.values(), routes.files["whole"]) for path in paths.values()))
    rules = [("/*", _EVERYWHERE)]
    rules += [(address, {"Content-Security-Policy": framed}) for address in sorted({_section(path) for path in paths})]
    rules.append((f"/{CHECKER}*", {"Content-Security-Policy": _written(_WORKER)}))
    return "\n".join(f"{address}\n" + "".join(f"  {name}: {value}\n" for name, value in values.items()) for address, values in rules)


def _section(path: str) -> str:
    """The rule under which a page falls: its first folder below the language.

    >>> _section("en/case-studies/bizpal/"), _section("en/"), _section("c/bizpal/"), _section("")
    ('/en/case-studies/*', '/en/', '/c/*', '/')
    """
    folders = path.split("/")[:-1]
    if not folders or folders in [[language] for language in LANGUAGES]:
        return f"/{path}"
    return "/" + "/".join(folders[:2 if folders[0] in LANGUAGES else 1]) + "/*"


def _written(directives: dict[str, str]) -> Markup:
    return Markup("; ".join(f"{name} {value}" for name, value in directives.items()))
