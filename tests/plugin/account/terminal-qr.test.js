// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import { test } from "node:test";
import { withQuietZone } from "../../../extensions/zalouser/src/account/terminal-qr.js";

test("the quiet zone is four modules wide and as light as the rest", () => {
    const art = "\x1b[47m\x1b[30m █ \x1b[0m\n\x1b[47m\x1b[30m ▀ \x1b[0m";
    const lines = withQuietZone(art).split("\n");
    assert.equal(lines.length, 6);
    for (const line of lines) assert.match(line, /^\x1b\[47m\x1b\[30m.{9}\x1b\[0m$/);
    assert.equal(lines[2], "\x1b[47m\x1b[30m    █    \x1b[0m");
    assert.equal(lines[0], lines[5]);
});
