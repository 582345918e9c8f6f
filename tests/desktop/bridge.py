# SPDX-FileCopyrightText: 2026 The Zalo Companion authors
# SPDX-License-Identifier: MIT

"""A Gateway at the companion's bridge that does no more than be there (app/bridge/PROTOCOL.md)."""

import base64
import contextlib
import json
import os
import socket
import threading


class Gateway:
    """Connects and shows a key of its own; the first of a session is let in, every further one has to wait."""

    def __init__(self, status, identity, label):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(status["bridge"]["path"])
        self.lines = self.socket.makefile("rw", encoding="utf-8")
        self.ask(
            "hello",
            protocol="1.0",
            role="gateway",
            gatewayId=identity,
            label=label,
            plugin=status["companion"]["version"],
            nonce=base64.b64encode(os.urandom(32)).decode(),
        )
        answer = self.ask("associate", key=base64.b64encode(os.urandom(32)).decode())
        self.is_in = "result" in answer

    def receive(self, *accounts):
        """Subscribes to the default profile, and says that these accounts have it."""
        self.write(id=1, method="inbound.subscribe", params={"profiles": ["default"]})
        answers = {"gateway.info": {"accounts": [{"accountId": one, "profile": "default"} for one in accounts]}, "pairing.list": {"requests": []}}
        while answers:
            message = json.loads(self.lines.readline())  # or another one: the answer, news of contacts
            if message.get("method") in answers:
                self.write(id=message["id"], result=answers.pop(message["method"]))

    def take_messages(self):
        """Accepts whatever is delivered from now on; gives the list that their texts come into."""
        taken = []

        def take():
            with contextlib.suppress(OSError, ValueError):  # it was closed
                for line in self.lines:
                    message = json.loads(line)
                    if message.get("method") == "inbound.deliver":
                        taken.append(message["params"]["text"])
                        self.write(id=message["id"], result={"accepted": True})

        threading.Thread(target=take, daemon=True).start()
        return taken

    def ask(self, method, **params):
        self.write(id=method, method=method, params=params)
        return json.loads(self.lines.readline())

    def write(self, **message):
        self.lines.write(json.dumps({"jsonrpc": "2.0", **message}) + "\n")
        self.lines.flush()

    def close(self):
        with contextlib.suppress(OSError):  # whoever still reads comes to the end
            self.socket.shutdown(socket.SHUT_RDWR)
        self.lines.close()
        self.socket.close()
