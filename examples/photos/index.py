"""Switches the index of an existing database: python index.py on|off|show"""

import sys

import database


def main(arguments):
    match arguments:
        case ["on"]:
            database.add_indexes()
        case ["off"]:
            database.drop_indexes()
        case ["show"]:
            pass
        case _:
            sys.exit(__doc__)
    print("index:", ", ".join(database.index_names()) or "off")


if __name__ == "__main__":
    main(sys.argv[1:])
