"""Text in lines of a width."""

from collections.abc import Callable

_BLANK = "\t\n\x0b\x0c\r "
_BESIDE_DASHES = "!\"'&.,?_"


def _is_letter(text: str, place: int) -> bool:
    if place < 0 or place >= len(text):
        return False
    c = text[place]
    return c == "_" or (c.isalnum() and not c.isdecimal())


def _is_word(c: str) -> bool:
    return c == "_" or c.isalnum()


def _dashes(text: str, start: int) -> int:
    """Where a dash of two or more hyphens that leads from word to word ends; else 0."""
    end = start
    while end < len(text) and text[end] == "-":
        end += 1
    before = start > 0 and (text[start - 1] in _BESIDE_DASHES or text[start - 1].isalnum())
    leads = end - start >= 2 and before and end < len(text) and _is_word(text[end])
    return end if leads else 0


def _after_hyphen(text: str, start: int, end: int) -> bool:
    """Whether a compound word that began at start may be broken here."""
    if end - start < 2 or text[end - 1] != "-":
        return False
    two = _is_letter(text, end - 2) and _is_letter(text, end - 3)
    single = (
        _is_letter(text, end - 2)
        and end >= 4
        and text[end - 3] == "-"
        and _is_letter(text, end - 4)
    )
    if not (two or single) or not _is_letter(text, end):
        return False
    return _is_letter(text, end + 1) or (
        end + 1 < len(text) and text[end + 1] == "-" and _is_letter(text, end + 2)
    )


def _word_end(text: str, start: int, hyphens: bool) -> int:
    end = start + 1
    while end < len(text) and text[end] not in _BLANK:
        if hyphens and (_after_hyphen(text, start, end) or _dashes(text, end) > 0):
            return end
        end += 1
    return end


def _pieces(text: str, hyphens: bool) -> list[str]:
    """White space and what can't be broken between, in turn."""
    pieces: list[str] = []
    start = 0
    while start < len(text):
        end = start
        while end < len(text) and text[end] in _BLANK:
            end += 1
        if end == start and hyphens:
            end = max(start, _dashes(text, start))
        if end == start:
            end = _word_end(text, start, hyphens)
        pieces.append(text[start:end])
        start = end
    return pieces


def _ends_sentence(piece: str) -> bool:
    end = len(piece)
    if end > 0 and piece[end - 1] in "\"'":
        end -= 1
    return end > 1 and piece[end - 1] in ".!?" and "a" <= piece[end - 2] <= "z"


class TextWrapper:
    def __init__(
        self,
        width: int = 70,
        initial_indent: str = "",
        subsequent_indent: str = "",
        expand_tabs: bool = True,
        replace_whitespace: bool = True,
        fix_sentence_endings: bool = False,
        break_long_words: bool = True,
        drop_whitespace: bool = True,
        break_on_hyphens: bool = True,
        tabsize: int = 8,
        *,
        max_lines: int | None = None,
        placeholder: str = " [...]",
    ) -> None:
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines: int | None = max_lines
        self.placeholder = placeholder

    def _split(self, text: str) -> list[str]:
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for blank in _BLANK:
                text = text.replace(blank, " ")
        pieces = _pieces(text, self.break_on_hyphens)
        if self.fix_sentence_endings:
            i = 0
            while i < len(pieces) - 1:
                if pieces[i + 1] == " " and _ends_sentence(pieces[i]):
                    pieces[i + 1] = "  "
                    i += 1
                i += 1
        return pieces

    def _break_word(self, pieces: list[str], line: list[str], room: int) -> None:
        """Takes what fits of a word that is too long for any line."""
        word = pieces[-1]
        if self.break_long_words and room > 0:
            end = room
            if self.break_on_hyphens and len(word) > end:
                hyphen = word.rfind("-", 0, end)
                if hyphen > 0 and word[:hyphen].strip("-") != "":
                    end = hyphen + 1
            line.append(word[:end])
            pieces[-1] = word[end:]
        elif not line:
            line.append(pieces.pop())

    def _next_line(self, pieces: list[str], width: int, first: bool) -> list[str]:
        line: list[str] = []
        length = 0
        if self.drop_whitespace and not first and pieces[-1].strip() == "":
            pieces.pop()
        while pieces and length + len(pieces[-1]) <= width:
            length += len(pieces[-1])
            line.append(pieces.pop())
        if pieces and len(pieces[-1]) > width:
            self._break_word(pieces, line, 1 if width < 1 else width - length)
        if self.drop_whitespace and line and line[-1].strip() == "":
            line.pop()
        return line

    def _end(self, lines: list[str], line: list[str], indent: str) -> None:
        """Writes the placeholder where no further line is allowed."""
        width = self.width - len(indent)
        while line:
            length = sum([len(piece) for piece in line])
            if line[-1].strip() != "" and length + len(self.placeholder) <= width:
                lines.append(indent + "".join(line) + self.placeholder)
                return
            line.pop()
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(self.placeholder) <= self.width:
                lines[-1] = before + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def _is_last(self, pieces: list[str]) -> bool:
        if not pieces:
            return True
        return self.drop_whitespace and len(pieces) == 1 and pieces[0].strip() == ""

    def wrap(self, text: str) -> list[str]:
        pieces = self._split(text)
        most = self.max_lines
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if most is not None:
            indent = self.subsequent_indent if most > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines: list[str] = []
        pieces.reverse()
        while pieces:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            line = self._next_line(pieces, width, not lines)
            if not line:
                continue
            fits = sum([len(piece) for piece in line]) <= width
            if most is None or len(lines) + 1 < most or (self._is_last(pieces) and fits):
                lines.append(indent + "".join(line))
            else:
                self._end(lines, line, indent)
                break
        return lines

    def fill(self, text: str) -> str:
        return "\n".join(self.wrap(text))


def wrap(
    text: str,
    width: int = 70,
    *,
    initial_indent: str = "",
    subsequent_indent: str = "",
    expand_tabs: bool = True,
    replace_whitespace: bool = True,
    fix_sentence_endings: bool = False,
    break_long_words: bool = True,
    drop_whitespace: bool = True,
    break_on_hyphens: bool = True,
    tabsize: int = 8,
    max_lines: int | None = None,
    placeholder: str = " [...]",
) -> list[str]:
    return TextWrapper(
        width,
        initial_indent,
        subsequent_indent,
        expand_tabs,
        replace_whitespace,
        fix_sentence_endings,
        break_long_words,
        drop_whitespace,
        break_on_hyphens,
        tabsize,
        max_lines=max_lines,
        placeholder=placeholder,
    ).wrap(text)


def fill(
    text: str,
    width: int = 70,
    *,
    initial_indent: str = "",
    subsequent_indent: str = "",
    expand_tabs: bool = True,
    replace_whitespace: bool = True,
    fix_sentence_endings: bool = False,
    break_long_words: bool = True,
    drop_whitespace: bool = True,
    break_on_hyphens: bool = True,
    tabsize: int = 8,
    max_lines: int | None = None,
    placeholder: str = " [...]",
) -> str:
    return TextWrapper(
        width,
        initial_indent,
        subsequent_indent,
        expand_tabs,
        replace_whitespace,
        fix_sentence_endings,
        break_long_words,
        drop_whitespace,
        break_on_hyphens,
        tabsize,
        max_lines=max_lines,
        placeholder=placeholder,
    ).fill(text)


def shorten(
    text: str,
    width: int,
    *,
    initial_indent: str = "",
    subsequent_indent: str = "",
    fix_sentence_endings: bool = False,
    break_long_words: bool = True,
    break_on_hyphens: bool = True,
    placeholder: str = " [...]",
) -> str:
    return TextWrapper(
        width,
        initial_indent,
        subsequent_indent,
        fix_sentence_endings=fix_sentence_endings,
        break_long_words=break_long_words,
        break_on_hyphens=break_on_hyphens,
        max_lines=1,
        placeholder=placeholder,
    ).fill(" ".join(text.strip().split()))


def dedent(text: str) -> str:
    lines = text.split("\n")
    margin = ""
    first = True
    for line in lines:
        if line == "" or line.isspace():
            continue
        own = line[: len(line) - len(line.lstrip(" \t"))]
        if first:
            margin = own
            first = False
        while not own.startswith(margin):
            margin = margin[:-1]
    cut = len(margin)
    return "\n".join(["" if line.isspace() else line[cut:] for line in lines])


def indent(text: str, prefix: str, predicate: Callable[[str], bool] | None = None) -> str:
    indented: list[str] = []
    for line in text.splitlines(True):
        wanted = not line.isspace() if predicate is None else predicate(line)
        indented.append(prefix + line if wanted else line)
    return "".join(indented)
