"""Flask with two pages: a greeting, and a greeting by name."""

from flask import Flask, redirect, render_template, request, url_for

app = Flask(__name__)


@app.get("/")
def index():
    name = request.args.get("name", "").strip()
    if name:
        return redirect(url_for("hello", name=name))
    return render_template("index.html")


@app.get("/hello/<name>")
def hello(name):
    return render_template("hello.html", name=name)
