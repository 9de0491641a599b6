"""The tables of pages written by hand, made readable without seeing them: heads, a name, and a way to scroll by keyboard.

Markdown knows neither the scope of a head nor a caption. The first cell of each row is what the row is about.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(r'<h[2-6][^>]*? id="([^"]+)"[^>]*>|(<table>)|(</table>)|<th(?=[ >])|(<tr>)(\s*)<td([^>]*)>(.*?)</td>', re.DOTALL)


def with_heads(html: str) -> str:
    """Each table in a region named after the heading above it, with the scope of every head.

    >>> with_heads('<h2 id="who">Who</h2><table><thead><tr><th>A</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>')
    '<h2 id="who">Who</h2><div class="guide-scroller" role="region" tabindex="0" aria-labelledby="who"><table aria-labelledby="who"><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><th scope="row">b</th></tr></tbody></table></div>'
    """
    above = "content"  # the whole page, for a table before the first heading

    def told(match: re.Match) -> str:
        nonlocal above
        heading, opens, closes, row, space, attributes, cell = match.groups()
        if heading:
            above = heading
        if opens:
            return f'<div class="guide-scroller" role="region" tabindex="0" aria-labelledby="{above}"><table aria-labelledby="{above}">'
        if closes:
            return "</table></div>"
        if row:
            return f'<tr>{space}<th scope="row"{attributes}>{cell}</th>'
        return '<th scope="col"' if match[0] == "<th" else match[0]

    return _TOKEN.sub(told, html)
