"""nginx from the system's packages as the web server of a check: it serves a folder on loopback addresses."""

import contextlib
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import time

CONF = """
daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
  types {{ text/html html; text/xml xml; application/gzip gz; text/plain txt; }}
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  {settings}
  server {{ {listen} root {root}; }}
}}
"""


def free_port() -> int:
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def serving(folder: pathlib.Path, root: pathlib.Path, addresses: list[str], port: int, settings: str):
    """Serves `root` at `port` of the addresses until the block ends; what nginx needs lies in `folder`."""
    listen = " ".join(f"listen {address}:{port};" for address in addresses)
    conf = folder / "nginx.conf"
    conf.write_text(CONF.format(folder=folder, root=root, listen=listen, settings=settings))
    # Its worker is another user.
    os.chmod(folder, 0o755)
    nginx = shutil.which("nginx") or "/usr/sbin/nginx"
    server = subprocess.Popen([nginx, "-c", str(conf), "-p", str(folder)], stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection((addresses[0], port), 1):
                break
            time.sleep(0.05)
        else:
            sys.exit(f"nginx does not answer: {folder}/error.log")
        yield
    finally:
        server.terminate()
        server.wait()
