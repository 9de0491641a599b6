"""The two parsers of YAML: the C one, and the one in Python, which here reads what the C one reads.

The C parser is about thirty times faster. Its messages and places differ from those of the Python one, so a file that fails is
parsed again by the latter: the same sentence on every machine, and in a browser, which has no C parser.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml


class PythonLoader(yaml.SafeLoader):
    """PyYAML's own parser, but for one thing: behind the indentation a tab is a blank, as for the C parser (YAML 1.1, 5.5)."""

    def scan_to_next_token(self) -> None:
        """Go to the next sign that is no blank, over comments and line ends (as in yaml/scanner.py)."""
        if self.index == 0 and self.peek() == "\ufeff":
            self.forward()
        while True:
            while self.peek() == " " or self.peek() == "\t" and (self.flow_level or not self.allow_simple_key):
                self.forward()
            if self.peek() == "#":
                while self.peek() not in "\0\r\n\x85\u2028\u2029":
                    self.forward()
            if not self.scan_line_break():
                return
            self.allow_simple_key = self.allow_simple_key or not self.flow_level

    def scan_plain_spaces(self, indent: int, start_mark: yaml.Mark) -> list[str]:
        """The blanks inside a text without quotes. Those at the end of its line go."""
        length = 0
        while self.peek(length) in " \t":
            length += 1
        blanks, behind = self.prefix(length), self.peek(length)
        if "\t" not in blanks:
            return super().scan_plain_spaces(indent, start_mark)
        self.forward(length)
        return super().scan_plain_spaces(indent, start_mark) if behind in "\r\n\x85\u2028\u2029" else [blanks]

    def scan_block_scalar_indicators(self, start_mark: yaml.Mark) -> tuple:
        """The signs behind the mark of a block; a tab that follows is read as a space."""
        behind = next(length for length in range(3) if length == 2 or self.peek(length) not in "+-123456789")
        if self.peek(behind) == "\t":
            at = self.pointer + behind
            self.buffer = f"{self.buffer[:at]} {self.buffer[at + 1:]}"
        return super().scan_block_scalar_indicators(start_mark)

    def scan_block_scalar_ignored_line(self, start_mark: yaml.Mark) -> None:
        """What may follow the mark of a block: blanks and a comment."""
        while self.peek() in " \t":
            self.forward()
        super().scan_block_scalar_ignored_line(start_mark)


def events(text: str) -> Iterator[yaml.Event]:
    """The events of a text, by the faster parser, one call for each (yaml.parse makes two)."""
    return iter(FAST(text).get_event, None)


FAST = getattr(yaml, "CSafeLoader", PythonLoader)
