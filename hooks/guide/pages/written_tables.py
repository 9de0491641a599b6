"""The tables of pages written by hand, made readable without seeing them: heads, a name, and a way to scroll by keyboard.

Markdown knows neither the scope of a head nor a caption. The first cell of each row is what the row is about.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(r'<h[2-6][^>]*? id="([^"]+)"[^>]*>|(<table>)|(</table>)|<th((?: [^>]*)?)>(.*?)</th>|(<tr>)(\s*)<td([^>]*)>(.*?)</td>|(<td)(?=[ >])', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def with_heads(html: str) -> str:
    """Each table in a region named after the heading above it, with the scope of every head, and the head of each cell's column.

    On a small screen a row is read from top to bottom, and each cell begins with its head (templates/pages/written.css).

    >>> with_heads("<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></tbody></table>").partition("<thead>")[2]
    '<tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody><tr><th scope="row">c</th><td data-head="B">d</td></tr></tbody></table></div>'
    >>> with_heads('<h2 id="who">Who</h2><table><tr><td>c</td></tr></table>').partition("<tr>")[0]
    '<h2 id="who">Who</h2><div class="guide-scroller guide-rows" role="region" tabindex="0" aria-labelledby="who"><table aria-labelledby="who">'
    """
    above = "content"  # the whole page, for a table before the first heading
    heads: list[str] = []
    column = 0

    def told(match: re.Match) -> str:
        nonlocal above, column
        heading, opens, closes, head_attributes, head, row, space, attributes, cell, _ = match.groups()
        if heading:
            above = heading
        elif opens:
            heads.clear()
            return f'<div class="guide-scroller guide-rows" role="region" tabindex="0" aria-labelledby="{above}"><table aria-labelledby="{above}">'
        elif closes:
            return "</table></div>"
        elif head is not None:
            heads.append(_TAG.sub("", head).replace('"', "&quot;"))
            return f'<th scope="col"{head_attributes}>{head}</th>'
        elif row:
            column = 0
            return f'<tr>{space}<th scope="row"{attributes}>{cell}</th>'
        else:
            column += 1
            return f'<td data-head="{heads[column] if column < len(heads) else ""}"'
        return match[0]

    return _TOKEN.sub(told, html)
