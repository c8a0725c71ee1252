"""Two handlers: /fast waits 1 ms, /slow waits 100 ms. Who waits behind whom is up to the server."""

import time

SECONDS = {"/fast": 0.001, "/slow": 0.100}


def application(environ, start_response):
    path = environ["PATH_INFO"]
    time.sleep(SECONDS[path])
    body = path[1:].encode("ascii")
    start_response(
        "200 OK",
        [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(body)))],
    )
    return [body]
