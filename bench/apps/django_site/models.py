from django.db import models


class Person(models.Model):
    name = models.CharField(max_length=100)
    known_for = models.CharField(max_length=200)
    born = models.IntegerField()
