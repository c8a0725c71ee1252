"""The guestbook on its own: python manage.py test"""

from django.contrib.auth.models import User
from django.test import TestCase

from .models import Entry


class GuestbookTest(TestCase):
    def test_a_written_entry_is_shown(self):
        answer = self.client.post("/", {"name": "Ada", "message": "Hello <b>"}, follow=True)
        self.assertContains(answer, "Thank you for writing.")
        self.assertContains(answer, "Hello &lt;b&gt;")

    def test_an_empty_entry_is_refused_and_not_kept(self):
        answer = self.client.post("/", {"name": "Ada", "message": ""})
        self.assertContains(answer, "This field is required.", status_code=400)
        self.assertEqual(Entry.objects.count(), 0)

    def test_a_hidden_entry_is_not_shown(self):
        Entry.objects.create(name="Ada", message="nobody sees this", hidden=True)
        self.assertNotContains(self.client.get("/"), "nobody sees this")

    def test_the_newest_entry_comes_first(self):
        for message in ("older", "newer"):
            Entry.objects.create(name="Ada", message=message)
        page = self.client.get("/").content.decode()
        self.assertLess(page.index("newer"), page.index("older"))

    def test_the_admin_lists_entries(self):
        Entry.objects.create(name="Ada", message="to the admin")
        self.client.force_login(User.objects.create_superuser("demo"))
        self.assertContains(self.client.get("/admin/guestbook/entry/"), "to the admin")
