// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import { test } from "node:test";
import { createDiary } from "../../../extensions/zalouser/src/bridge/connection-log.js";

const CALM = 1000;

function diary(t) {
    t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
    const lines = [];
    const one = createDiary((level, words) => lines.push(`${level}: ${words}`), CALM);
    return { lines, one, wait: (ms) => t.mock.timers.tick(ms) };
}

test("a good connection and its end are news each time", (t) => {
    const { lines, one, wait } = diary(t);
    for (let n = 0; n < 2; ++n) {
        one.up();
        wait(CALM);
        one.down({ message: "gone" });
        one.down({ message: "not there" });
        one.down({ message: "not there" });
    }
    const round = ["info: connected to Zalo Companion", "warn: gone", "warn: not there"];
    assert.deepEqual(lines, [...round, ...round]);
});

test("one that comes up and breaks in turns is told once, and again when it holds", (t) => {
    const { lines, one, wait } = diary(t);
    for (let n = 0; n < 50; ++n) {
        one.up();
        wait(CALM / 10);
        one.down({ message: n % 2 ? "odd" : "even" });
        wait(CALM);
    }
    const bad = ["info: connected to Zalo Companion", "warn: even", "warn: odd"];
    assert.deepEqual(lines, bad);
    one.up();
    wait(CALM);
    one.down({ message: "even" });
    assert.deepEqual(lines, [...bad, "info: connected to Zalo Companion", "warn: even"]);
});

test("a bad time has a bounded number of lines, and a stopped account none", (t) => {
    const { lines, one, wait } = diary(t);
    for (let n = 0; n < 1000; ++n) one.down({ message: `trouble ${n}` });
    assert.equal(lines.length, 20);
    one.up();
    one.down({ message: "early" });
    one.up();
    one.stop();
    wait(CALM);
    assert.equal(lines.filter((line) => line.startsWith("info")).length, 1);
});
