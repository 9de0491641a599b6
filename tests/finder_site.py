"""Builds the Guide of the current folder with only what readers of the finder meet: `python -m tests.finder_site`.

The comparisons, pictures, cards, data and slides of 2,000 cases take more than half of the time, and no test of the
finder looks at them.
"""

from __future__ import annotations

import sys

from mkdocs.__main__ import cli

from guide import build
from guide.outputs import feeds, oembed, open_data, pictures, powerpoint
from guide.pages import comparison, embed, kit, whole

build.KINDS = tuple(kind for kind in build.KINDS if kind not in (comparison, kit))
for output in (feeds, oembed, open_data, pictures, powerpoint):
    output.files = lambda *arguments: ()
embed.cards = lambda *arguments: ()
whole.takes = lambda page: False

if __name__ == "__main__":
    sys.exit(cli(["build", "--strict", "--quiet"]))
