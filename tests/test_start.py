"""Starting as a new user does: real processes, real sign-ins, real signals."""

import http.cookiejar
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest

from motcua.config import postgres, start

ROOT = Path(__file__).resolve().parents[1]
MOTCUA = Path(sys.executable).parent / "motcua"
PATIENCE = 240  # for machines that do other work; nothing here measures time


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def started(home, *words):
    """The product running in a process of its own; gives its port and everything it has said until it served."""
    port = free_port()
    environment = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}}
    process = subprocess.Popen(
        [MOTCUA, "start", "--port", str(port), *words],
        env={**environment, "MOTCUA_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    said = []
    try:
        for line in process.stdout:
            said.append(line)
            if "Ctrl-C" in line:
                break
        assert "Ctrl-C" in said[-1], "".join(said)
        yield process, port, "".join(said)
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def stopped_cleanly(process, home):
    process.send_signal(signal.SIGINT)
    rest = process.stdout.read()
    assert process.wait(timeout=PATIENCE) == 0, rest
    assert "Đã dừng" in rest
    assert "Traceback" not in rest
    assert no_process_of(home)


def no_process_of(home):
    """Whether neither the database nor a server of this home is left."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        left = [p for p in Path("/proc").glob("[0-9]*") if belongs(p, home)]
        if not left and postgres._pid(postgres.place_of(home)) is None:
            return True
        time.sleep(0.1)
    return False


def belongs(process, home):
    try:
        return f"MOTCUA_HOME={home}\0".encode() in (process / "environ").read_bytes()
    except OSError:
        return False


class Visitor:
    """A browser without a screen."""

    def __init__(self, port):
        self.root = f"http://127.0.0.1:{port}"
        self.opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()), urllib.request.ProxyHandler({})
        )

    def read(self, address, **form):
        data = urllib.parse.urlencode(form).encode() if form else None
        request = urllib.request.Request(  # noqa: S310 - our own server
            self.root + address, data=data, headers={"Referer": self.root + address}
        )
        with self.opener.open(request, timeout=PATIENCE) as answer:
            return answer.url, answer.read().decode()

    def sign_in(self, name, password):
        _, page = self.read("/sign-in/")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
        return self.read("/sign-in/", login=name, password=password, csrfmiddlewaretoken=token)


SIGN_IN = re.compile(r"\b([a-z]+)  [^\d\W]")


@pytest.mark.slow
def test_from_nothing_to_a_desk_and_back(tmp_path):
    """The first start brings the ward, its people sign in, Ctrl-C leaves nothing; the second finds everything there."""
    home = tmp_path / "nhà Hoa Gạo"
    with started(home) as (process, port, said):
        assert "Phường mẫu" in said
        assert f"http://127.0.0.1:{port}/" in said
        password = re.search(r"mật khẩu (\S+)", said)[1]
        names = SIGN_IN.findall(said)
        assert {"cuc", "sen", "mit", "lim", "lat", "lai", "gao", "dau"} <= set(names)
        for name in names:
            url, page = Visitor(port).sign_in(name, password)
            assert "/sign-in/" not in url, name
            assert "Phường Hoa Gạo" in page, name
        url, _ = Visitor(port).sign_in("cuc", "sai-mat-khau")
        assert "/sign-in/" in url
        stopped_cleanly(process, home)
    with started(home) as (process, port, said):
        assert "Phường mẫu / Demonstration ward" not in said
        url, _ = Visitor(port).sign_in("cuc", password)
        assert url.endswith("/desk/")
        stopped_cleanly(process, home)


@pytest.mark.slow
def test_an_empty_office_starts_without_the_demonstration(tmp_path):
    with started(tmp_path / "trống", "--empty") as (process, port, said):
        assert "Chưa có phường mẫu" in said
        url, page = Visitor(port).read("/desk/")
        assert "/sign-in/" in url
        assert "<form" in page
        stopped_cleanly(process, tmp_path / "trống")


def refused(*words, **environment):
    done = subprocess.run(
        [MOTCUA, *words], env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done
    assert "Traceback" not in done.stderr
    return done.stderr


def test_a_taken_port_is_said_with_a_free_one(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        said = refused("start", "--port", str(port), MOTCUA_HOME=str(tmp_path))
    assert f"Cổng {port} đang có chương trình khác dùng" in said
    assert re.search(r"try: \./run --port \d+", said)


def test_a_place_nobody_can_write_is_said(tmp_path):
    (tmp_path / "tệp").write_text("")
    words = ("figures", "--ward", "x", "--from", "2025-07-01", "--to", "2025-07-02")
    assert "Đặt MOTCUA_HOME" in refused(*words, MOTCUA_HOME=str(tmp_path / "tệp" / "nhà"), DATABASE_URL="")


def test_a_database_that_does_not_answer_is_said(tmp_path):
    url = f"postgresql://nobody@/x?host={tmp_path}"
    said = refused("start", "--port", str(free_port()), DATABASE_URL=url, MOTCUA_HOME=str(tmp_path))
    assert "Cơ sở dữ liệu không trả lời" in said


# -- ./run -------------------------------------------------------------------------------------------------------------


def run(*words, **environment):
    return subprocess.run(
        [sys.executable, ROOT / "run", *words],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8311"),
        ("0.0.0.0", "http://127.0.0.1:8311"),  # noqa: S104 - compared, not opened
        ("::", "http://[::1]:8311"),
        ("mot-cua.example", "http://mot-cua.example:8311"),
    ],
)
def test_letters_lead_to_the_house_that_was_started(host, address):
    assert start.address(host=host, port=8311) == address


def test_run_says_what_it_can():
    done = run("help")
    assert (done.returncode, done.stderr) == (0, "")
    for word in ("./run", "./run test", "./run motcua", "./run bench"):
        assert word in done.stdout


def test_an_old_python_is_a_sentence():
    namespace = {"__name__": "run", "__file__": str(ROOT / "run")}
    exec(compile((ROOT / "run").read_text(), "run", "exec"), namespace)  # noqa: S102 - our own file
    assert namespace["old_python"]((3, 11, 0)) is None
    vi, en = namespace["old_python"]((3, 9, 2))
    assert "3.9" in vi
    assert "3.11" in en


def test_run_is_readable_by_an_old_python():
    """No word newer than Python 3.5, or the sentence above would be a SyntaxError."""
    import ast  # noqa: PLC0415 - beside its only use

    tree = ast.parse((ROOT / "run").read_text(), feature_version=(3, 5))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr | ast.NamedExpr | ast.AnnAssign)]
