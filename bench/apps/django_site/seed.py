"""Makes the database anew: `python -m django_site.seed`."""

import os

import django
from django.conf import settings
from django.db import connection

PEOPLE = [
    ("Ada Lovelace", "the first program", 1815),
    ("Grace Hopper", "the compiler", 1906),
    ("Barbara Liskov", "abstract data types", 1939),
]


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "django_site.settings")
    django.setup()
    from django_site.models import Person

    settings.DATABASES["default"]["NAME"].unlink(missing_ok=True)
    with connection.schema_editor() as editor:
        editor.create_model(Person)
    Person.objects.bulk_create(
        Person(name=name, known_for=known_for, born=born) for name, known_for, born in PEOPLE
    )


if __name__ == "__main__":
    main()
