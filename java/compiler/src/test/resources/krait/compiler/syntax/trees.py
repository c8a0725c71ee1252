"""Reads paths of Python files, a line each, and answers each with a line of JSON: the digest of
CPython's `ast.dump` with attributes, or its SyntaxError. The text is made here, several times
faster than by `ast.dump`, and compared with that for the first files.

What is beyond ASCII is escaped, as versions of Unicode differ. Before 3.12 nothing inside an
f-string has attributes, as CPython could not tell where it was."""

import ast
import hashlib
import json
import sys
import warnings

EMPTY_LISTS = sys.version_info < (3, 13)
PLACES_IN_STRINGS = sys.version_info >= (3, 12)
COMPARED = 3

ast.repr = ascii  # what ast.dump calls
fields_of = {}


def fields(kind):
    """Names of the fields, each with whether None may be left out and whether it is a list."""
    types = getattr(kind, "_field_types", {})
    known = fields_of[kind] = [
        (name, getattr(kind, name, ...) is None, hasattr(types.get(name), "__origin__"))
        for name in kind._fields
    ]
    return known


def write(node, out, places):
    kind = type(node)
    separator = kind.__name__ + "("
    places_inside = places and (PLACES_IN_STRINGS or kind is not ast.JoinedStr)
    for name, optional, is_list in fields_of.get(kind) or fields(kind):
        value = getattr(node, name)
        if value is None and optional:
            continue
        if isinstance(value, list):
            if not value and not EMPTY_LISTS and is_list:
                continue
            out.append(f"{separator}{name}=[")
            for index, each in enumerate(value):
                if index:
                    out.append(", ")
                if isinstance(each, ast.AST):
                    write(each, out, places_inside)
                else:
                    out.append(ascii(each))
            out.append("]")
        elif isinstance(value, ast.AST):
            out.append(f"{separator}{name}=")
            write(value, out, places_inside)
        else:
            out.append(f"{separator}{name}={ascii(value)}")
        separator = ", "
    if node._attributes and places:
        out.append(
            f"{separator}lineno={node.lineno}, col_offset={node.col_offset},"
            f" end_lineno={node.end_lineno}, end_col_offset={node.end_col_offset})"
        )
    else:
        out.append(f"{separator})" if separator[-1] == "(" else ")")


def text(tree, path):
    out = []
    write(tree, out, True)
    whole = "".join(out)
    if PLACES_IN_STRINGS and text.compared < COMPARED:
        text.compared += 1
        assert whole == ast.dump(tree, include_attributes=True), path
    return whole


text.compared = 0


def answer(path, full):
    try:
        with open(path, "rb") as file:
            source = file.read()
        whole = text(ast.parse(source, path), path)
        return whole if full else {"digest": hashlib.sha256(whole.encode()).hexdigest()}
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return {"error": ascii(error)}


def main():
    warnings.simplefilter("ignore")
    if sys.argv[1:]:
        print(answer(sys.argv[1], True))
        return
    for line in sys.stdin:
        print(json.dumps(answer(line.rstrip("\n"), False)), flush=True)


main()
