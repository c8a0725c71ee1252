from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from .models import Person


def person(request: HttpRequest, key: int) -> HttpResponse:
    return render(request, "person.html", {"person": get_object_or_404(Person, pk=key)})
