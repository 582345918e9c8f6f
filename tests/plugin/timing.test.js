// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// The times that tests of the Gateway shorten: what they have to be for people.

import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";
import { timing } from "../../extensions/zalouser/src/timing.js";

const header = fs.readFileSync(new URL("../../app/core/timing.h", import.meta.url), "utf8");
/** A time of the companion, in ms. */
const companion = (name) => Number(new RegExp(`\\bms ${name} \\{ ([\\d']+) \\}`).exec(header)?.[1].replaceAll("'", ""));

test("a handshake ends before the companion itself ends it", () => {
    assert.ok(timing.handshakeTimeoutMs < companion("handshakeDeadline"));
});

test("whoever asks a silent companion is answered while they still wait", () => {
    assert.ok(timing.handshakeTimeoutMs <= 8000);
    assert.ok(timing.requestTimeoutMs <= 15000);
    assert.ok(timing.probeTimeoutMs <= 10000);
});

test("the plugin waits longer for a send than zca may take", () => {
    assert.ok(timing.sendTimeoutMs > companion("sendDeadline"));
    assert.ok(timing.uploadTimeoutMs > companion("uploadDeadline"));
});

test("a lost connection is tried again within seconds, and not without pause", () => {
    assert.ok(timing.minBackoffMs >= 100 && timing.minBackoffMs <= 1000);
    assert.ok(timing.maxBackoffMs <= 10000 && timing.maxBackoffMs >= timing.minBackoffMs);
    assert.ok(timing.stableAfterMs >= timing.maxBackoffMs, "a flapping connection must not look stable");
});
