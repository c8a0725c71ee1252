"""The smallest WSGI application: a callable, as PEP 3333 describes it."""


def application(environ, start_response):
    body = b"Hello from Krait!\n"
    start_response(
        "200 OK",
        [
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Length", str(len(body))),
        ],
    )
    return [body]
