"""A Flask application with what real ones use: sessions, forms, uploads, streams, files."""

import hashlib
import io
import time
from pathlib import Path

from flask import Flask, Response, redirect, request, send_file, session, stream_with_context

FILE = Path(__file__)

app = Flask(__name__)
app.secret_key = "only for tests"


@app.post("/login")
def login():
    session["name"] = request.form["name"]
    return redirect("/me")


@app.get("/me")
def me():
    return session.get("name", "nobody")


@app.post("/logout")
def logout():
    session.clear()
    return redirect("/me")


@app.post("/upload")
def upload():
    file = request.files["file"]
    digest = hashlib.sha1(file.read(), usedforsecurity=False).hexdigest()
    return {"name": file.filename, "sha1": digest, "note": request.form["note"]}


@app.post("/json")
def json():
    return {"sum": sum(request.get_json())}


@app.get("/stream")
def stream():
    def rows():
        for number in range(int(request.args["rows"])):
            yield f"row {number}\n"

    return Response(stream_with_context(rows()), mimetype="text/plain")


@app.get("/file")
def file():
    return send_file(FILE, mimetype="text/x-python", conditional=True)


@app.get("/memory-file")
def memory_file():
    return send_file(io.BytesIO(b"from memory"), mimetype="text/plain")


@app.get("/slow")
def slow():
    time.sleep(0.01)
    return "slow"


@app.get("/äöü/<word>")
def word(word):
    return f"{word} {request.url}"


@app.get("/raise")
def raises():
    raise RuntimeError("the shop raised")
