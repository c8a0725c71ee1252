"""The one page: the newest entries, and a form for another."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from .forms import EntryForm
from .models import Entry

ENTRIES_SHOWN = 50


@require_http_methods(["GET", "HEAD", "POST"])
def entries(request):
    form = EntryForm(request.POST or None)
    if form.is_valid():
        form.save()
        messages.success(request, "Thank you for writing.")
        return redirect("entries")
    shown = Entry.objects.filter(hidden=False)[:ENTRIES_SHOWN]
    status = 400 if form.errors else 200
    return render(
        request, "guestbook/entries.html", {"entries": shown, "form": form}, status=status
    )
