# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""An OpenClaw that is none, for pictures: what the window asks of it and of its Gateway's port is answered."""

import contextlib
import datetime
import http.server
import json
import os
import pathlib
import socket
import threading

HOME = pathlib.Path(os.environ["HOME"])
OPENCLAW = pathlib.Path(__file__).with_name("openclaw")

LINES = [
    ("INFO", "gateway", "loading configuration…"),
    ("INFO", "gateway", "resolving authentication…"),
    ("INFO", "gateway", "starting HTTP server..."),
    ("INFO", "gateway", "http server listening (1 plugin: zalouser; 2.9s)"),
    ("INFO", "gateway", "starting channels and sidecars..."),
    ("WARN", "channels/zalouser", "[default] Zalo Companion is not running. Start it: zalo-companion --headless"),
    ("INFO", "gateway", "gateway ready"),
    ("INFO", "gateway/heartbeat", "heartbeat: started"),
    ("INFO", "channels/zalouser", "[default] connected to Zalo Companion"),
]


class Healthy(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'{"ok":true,"status":"live"}')

    def log_message(self, *_):
        pass


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _write_log(path):
    at = datetime.datetime.now(datetime.timezone.utc)
    with path.open("w") as file:
        for level, subsystem, message in LINES:
            record = {
                "0": json.dumps({"subsystem": subsystem}),
                "message": message,
                "_meta": {"logLevelName": level},
                "time": at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            }
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


@contextlib.contextmanager
def openclaw(runs):
    """Gives the companion's environment with an OpenClaw whose Gateway is a service that runs, or does not."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Healthy) if runs else None
    port = server.server_port if server else _free_port()
    log = HOME / "openclaw.log"
    _write_log(log)
    status = {
        "cli": {"version": "2026.9.6"},
        "logFile": str(log),
        "service": {"targetRole": "target", "loaded": True, "runtime": {"status": "running" if runs else "stopped"}},
        "gateway": {"port": port, "probeUrl": f"ws://127.0.0.1:{port}", "version": "2026.9.6"},
        "port": {"listeners": [{"pid": os.getpid()}] if runs else []},
    }
    HOME.joinpath("openclaw-status.json").write_text(json.dumps(status))
    plugin = HOME / ".openclaw/extensions/zalouser"
    plugin.mkdir(parents=True, exist_ok=True)
    plugin.joinpath("openclaw.plugin.json").touch()
    if server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield {"ZALO_COMPANION_OPENCLAW": str(OPENCLAW)}
    finally:
        if server:
            server.shutdown()
            server.server_close()
