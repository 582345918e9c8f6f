// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import { test } from "node:test";
import { createConnectionLog } from "../../../extensions/zalouser/src/bridge/connection-log.js";
import { setTiming } from "../support/fixtures.js";

const STABLE = 1000;

function connectionLog(t) {
    setTiming(t, { stableAfterMs: STABLE });
    t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
    const lines = [];
    const one = createConnectionLog((level, text) => lines.push(`${level}: ${text}`));
    return { lines, one, wait: (ms) => t.mock.timers.tick(ms) };
}

test("the start and end of a stable connection are logged each time", (t) => {
    const { lines, one, wait } = connectionLog(t);
    for (let n = 0; n < 2; ++n) {
        one.connected();
        wait(STABLE);
        one.disconnected({ message: "gone" });
        one.disconnected({ message: "not there" });
        one.disconnected({ message: "not there" });
    }
    const round = ["info: connected to Zalo Companion", "warn: gone", "warn: not there"];
    assert.deepEqual(lines, [...round, ...round]);
});

test("a flapping connection is logged once, and again when it is stable", (t) => {
    const { lines, one, wait } = connectionLog(t);
    for (let n = 0; n < 50; ++n) {
        one.connected();
        wait(STABLE / 10);
        one.disconnected({ message: n % 2 ? "odd" : "even" });
        wait(STABLE);
    }
    const bad = ["info: connected to Zalo Companion", "warn: even", "warn: odd"];
    assert.deepEqual(lines, bad);
    one.connected();
    wait(STABLE);
    one.disconnected({ message: "even" });
    assert.deepEqual(lines, [...bad, "info: connected to Zalo Companion", "warn: even"]);
});

test("an outage logs a bounded number of lines, a stopped account none", (t) => {
    const { lines, one, wait } = connectionLog(t);
    for (let n = 0; n < 1000; ++n) one.disconnected({ message: `trouble ${n}` });
    assert.equal(lines.length, 20);
    one.connected();
    one.disconnected({ message: "early" });
    one.connected();
    one.stop();
    wait(STABLE);
    assert.equal(lines.filter((line) => line.startsWith("info")).length, 1);
});
