"""How gunicorn serves: two processes with a few threads each, sized for a small office server."""

import os

bind = f"{os.environ.get('HOST') or '127.0.0.1'}:{os.environ.get('PORT') or '8000'}"
worker_class = "gthread"
workers = int(os.environ.get("WORKERS") or 2)
threads = 4
preload_app = True

# An import of a large sheet is one request; a thread may work on it while others answer.
timeout = 60
graceful_timeout = 10
keepalive = 5

# Whose X-Forwarded-Proto is believed: the proxy on this machine, unless told otherwise.
forwarded_allow_ips = os.environ.get("FORWARDED_ALLOW_IPS") or "127.0.0.1,::1"

# No door but HTTP: the control socket would stand in the home folder of whoever started it.
control_socket_disable = True

# As long as nginx lets through (its 8k buffers); what Rakor itself finds too long it answers with a page.
limit_request_line = 8190

# No access log: it would hold addresses of visitors. Errors go to stderr.
accesslog = None
loglevel = "error"


def on_starting(server):
    """The server's own errors name addresses with what was asked: written as plainly as the program's."""
    from rakor.logs import PlainFormatter

    for handler in server.log.error_log.handlers:
        handler.setFormatter(PlainFormatter())
