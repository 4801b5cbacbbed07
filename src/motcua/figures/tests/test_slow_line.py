"""A page that arrives piece by piece: what is read already stays where it is."""

import re
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAUSE = 0.05  # seconds between two pieces: three frames
PIECES = 10  # of what follows the header; the header comes tag by tag


def in_pieces(html):
    """A page cut as a slow line would hand it over."""
    head, body = html.split("<body", 1)
    top, main = body.split("<main", 1)
    size = len(main) // PIECES + 1
    cut = [main[at : at + size] for at in range(0, len(main), size)]
    return [head, *re.split(r"(?<=>)(?=<)", "<body" + top), "<main" + cut[0], *cut[1:]]


@contextmanager
def slow_line(html):
    """The address of a server that hands a page over slowly."""

    class Slow(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_):
            """Say nothing."""

        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for piece in (*filter(None, in_pieces(html)), ""):
                data = piece.encode()
                self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
                self.wfile.flush()
                time.sleep(PAUSE)

    with ThreadingHTTPServer(("127.0.0.1", 0), Slow) as server:
        serving = threading.Thread(target=server.serve_forever, daemon=True)
        serving.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        serving.join()


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("address", ["/desk/", "/figures/?first=2026-11-01&last=2026-11-30"])
def test_what_arrives_later_moves_nothing(lives, page_for, client_for, live_server, jumps, address, width):
    director = lives.cast.people["director"]
    html = re.sub(r"<script.*?</script>", "", client_for(director).get(address).content.decode(), flags=re.DOTALL)
    html = html.replace('="/static/', f'="{live_server.url}/static/')
    page = page_for(director, width)
    with slow_line(html) as there:
        page.goto(there)
        moved = jumps(page)
    assert sum(one["much"] for one in moved) < 0.03, moved
    assert not [one for one in moved if "NAV" in one["what"]], moved
