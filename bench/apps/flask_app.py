"""Flask's first page."""

from flask import Flask

application = Flask(__name__)


@application.route("/")
def hello() -> str:
    return "Hello, World!"
