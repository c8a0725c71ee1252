"""Photos: a small photo-sharing site. Three pages, the pictures themselves, and a like button."""

import time

from flask import Flask, Response, abort, redirect, render_template, request, url_for

import database
import pictures

PHOTOS_PER_PAGE = 24
YEAR_S = 365 * 24 * 3600

app = Flask(__name__)


@app.get("/")
def home():
    before = request.args.get("before", default=2**62, type=int)
    photos = database.newest(before, PHOTOS_PER_PAGE)
    older = photos[-1]["uploaded"] if len(photos) == PHOTOS_PER_PAGE else None
    users, total = database.totals()
    return render_template("home.html", photos=photos, older=older, users=users, total=total)


@app.get("/users/<int:user_id>")
def user(user_id):
    owner = database.user(user_id) or abort(404)
    return render_template("user.html", user=owner, photos=database.photos_of_user(user_id))


@app.get("/photos/<int:photo_id>")
def photo(photo_id):
    shown = database.photo(photo_id) or abort(404)
    siblings = [row["id"] for row in database.photos_of_user(shown["user_id"])]
    place = siblings.index(photo_id)
    return render_template(
        "photo.html",
        photo=shown,
        newer=siblings[place - 1] if place > 0 else None,
        older=siblings[place + 1] if place + 1 < len(siblings) else None,
    )


@app.post("/photos/<int:photo_id>/like")
def like(photo_id):
    if not database.like(photo_id):
        abort(404)
    return redirect(url_for("photo", photo_id=photo_id), code=303)


@app.get("/photos/<int:photo_id>.svg")
def picture(photo_id):
    response = Response(pictures.draw(photo_id), mimetype="image/svg+xml")
    response.cache_control.public = True
    response.cache_control.immutable = True
    response.cache_control.max_age = YEAR_S
    return response


@app.errorhandler(404)
def not_found(error):
    return render_template("not_found.html"), 404


@app.template_filter()
def day(seconds):
    return time.strftime("%d %B %Y", time.gmtime(seconds)).lstrip("0")


@app.template_filter()
def initials(name):
    return "".join(word[0] for word in name.split())
