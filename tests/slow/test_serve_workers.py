"""Two processes behind one port: a browser stays with one, and goes on with the other when it ends."""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress

import pytest
import urllib3

from bench.sessions import Session
from tests.conftest import ROOT
from tests.pages.sample import publish
from tools.serve_workers import configuration, free_ports

PATH = f"{os.environ.get('PATH', '')}:/usr/sbin"
needs_nginx = pytest.mark.skipif(
    shutil.which("nginx", path=PATH) is None, reason="apt-get install nginx-light"
)


def children(pid):
    """The processes of the dashboard that a process started."""
    found = subprocess.run(
        ["ps", "-o", "pid=,args=", "--ppid", str(pid)], check=False, capture_output=True, text=True
    ).stdout
    return [int(line.split()[0]) for line in found.splitlines() if "streamlit" in line]


def status(address, path="/healthz", **headers):
    """The status and the cookie of an answer; 0 if there is none."""
    with urllib3.PoolManager(retries=False) as pool, suppress(urllib3.exceptions.HTTPError):
        answer = pool.request("GET", f"{address}{path}", headers=headers)
        return answer.status, answer.headers.get("set-cookie", "").partition(";")[0]
    return 0, ""


@contextmanager
def serving(store):
    (port,) = free_ports(1)
    command = [sys.executable, "tools/serve_workers.py", f"--port={port}", "--workers=2"]
    process = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, "ALAQAT_STORE": str(store)}, stdout=subprocess.DEVNULL
    )
    try:
        address = f"http://127.0.0.1:{port}"
        until = time.monotonic() + 120
        while status(address)[0] != 200 and time.monotonic() < until:
            assert process.poll() is None
            time.sleep(0.5)
        yield address, process.pid
    finally:
        process.terminate()
        process.wait(60)


def test_the_configuration_names_each_process_once(tmp_path):
    text = configuration(tmp_path, 8501, [9001, 9002])
    assert text.count("server 127.0.0.1:9001 ") == text.count("server 127.0.0.1:9002 ") == 1
    assert "listen 127.0.0.1:8501;" in text
    assert text.count("{") == text.count("}")


def test_free_ports_differ():
    assert len(set(free_ports(5))) == 5


@needs_nginx
def test_sessions_stay_and_go_on_where_a_process_ends(tmp_path):
    publish(tmp_path)
    with serving(tmp_path) as (address, pid):
        cookies = [status(address)[1] for _ in range(6)]
        assert len(set(cookies)) == 6
        assert status(address, cookie=cookies[0]) == (200, "")
        for cookie in cookies:
            with Session(address, "timeline", headers={"Cookie": cookie}) as session:
                session.run("lang=en")
                assert session.elements
        first, _ = children(pid)
        os.kill(first, signal.SIGKILL)
        assert [status(address, cookie=cookie)[0] for cookie in cookies] == [200] * 6
        for cookie in cookies:
            with Session(address, "timeline", headers={"Cookie": cookie}) as session:
                session.run("lang=en")
                assert session.elements


@needs_nginx
def test_a_visit_through_nginx_is_never_local(tmp_path):
    publish(tmp_path)
    with serving(tmp_path) as (address, _), Session(address, "sources") as session:
        session.run("lang=en")
        labels = {
            one.button.label for one in session.elements if one.WhichOneof("type") == "button"
        }
        assert "Preview" not in labels
