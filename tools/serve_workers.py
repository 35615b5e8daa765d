"""Several processes of the dashboard behind one port: `make run WORKERS=2`.

Usage: python tools/serve_workers.py [--port 8501] [--workers 2]

nginx (Debian: apt-get install nginx-light) stands before them, since it is well kept, knows
WebSockets and goes on with the others when one process ends. A cookie without meaning leads each
browser to the same process, where its session and uploads are. A process that ends is started
again. Visits through nginx are never local: to write, set ALAQAT_SECRET (README.md).
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
HELP: Final = "WORKERS needs nginx; on Debian or Ubuntu: apt-get install nginx-light"
CONFIGURATION: Final = """\
daemon off;
pid {folder}/nginx.pid;
error_log stderr error;
worker_processes 1;
events {{ worker_connections 4096; }}
http {{
  access_log off;
  server_tokens off;
  client_max_body_size 60m;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  map $http_upgrade $connection_kind {{ default upgrade; '' close; }}
  map $cookie_alaqat_worker $worker_key {{ default $cookie_alaqat_worker; '' $request_id; }}
  map $cookie_alaqat_worker $worker_cookie {{
    default '';
    '' 'alaqat_worker=$request_id; Path=/; HttpOnly; SameSite=Strict';
  }}
  upstream workers {{
    hash $worker_key consistent;
{servers}
  }}
  server {{
    listen {address}:{port};
    location / {{
      proxy_pass http://workers;
      proxy_http_version 1.1;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_kind;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_read_timeout 1h;
      add_header Set-Cookie $worker_cookie;
    }}
  }}
}}
"""


def configuration(folder: Path, port: int, ports: list[int], address: str = "127.0.0.1") -> str:
    """The configuration of nginx on a port, before processes on `ports` of this machine."""
    servers = "\n".join(f"    server 127.0.0.1:{one} max_fails=1 fail_timeout=5s;" for one in ports)
    return CONFIGURATION.format(folder=folder, port=port, servers=servers, address=address)


def free_ports(count: int) -> list[int]:
    """Ports of this machine that nobody listens on."""
    probes = [socket.socket() for _ in range(count)]
    try:
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]
    finally:
        for probe in probes:
            probe.close()


def start_worker(port: int) -> subprocess.Popen[bytes]:
    """A process of the dashboard."""
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)


def serve(port: int, workers: int, nginx: str) -> None:
    """Serve until a signal ends it."""
    with TemporaryDirectory(prefix="alaqat-nginx-") as name:
        ports = free_ports(workers)
        path = Path(name, "nginx.conf")
        path.write_text(configuration(Path(name), port, ports), encoding="utf-8")
        running: dict[int, subprocess.Popen[bytes]] = {one: start_worker(one) for one in ports}
        proxy = subprocess.Popen([nginx, "-e", "stderr", "-c", str(path), "-p", name])
        try:
            while proxy.poll() is None:
                for one, process in running.items():
                    if process.poll() is not None:
                        print(f"process {process.pid} has ended; starting another", flush=True)
                        running[one] = start_worker(one)
                time.sleep(1)
        finally:
            for process in (proxy, *running.values()):
                process.terminate()
            for process in (proxy, *running.values()):
                process.wait(30)


def stop(*_: Any) -> None:
    """End the program as Ctrl-C does."""
    raise KeyboardInterrupt


def main() -> int:
    """Read the options and serve."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8501)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    nginx = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if nginx is None:
        print(HELP, file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, stop)
    try:
        serve(options.port, options.workers, nginx)
    except KeyboardInterrupt:
        return 0
    return 1


if __name__ == "__main__":
    sys.exit(main())
