// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import { test } from "node:test";
import { reckon } from "./answers.js";
import { seededRandom } from "./seededrandom.js";

const asked = [["a", "T-1"], ["b", "T-2"], ["a", "T-3"]].map(([threadId, marker]) => ({ threadId, marker }));
const outbox = (...entries) => entries.map(([threadId, text]) => ({ threadId, text }));

test("each answered once, in order within its thread: nothing is wrong", () => {
    const violations = reckon(asked, outbox(["b", "re: T-2"], ["a", "re: T-1"], ["a", "something else"], ["a", "re: T-3"]));
    assert.deepEqual(violations, { lost: [], doubled: [], astray: [], "out of order": [] });
});

test("what is wrong is named", () => {
    const violations = reckon(asked, outbox(["a", "re: T-3"], ["a", "re: T-1"], ["a", "re: T-3"], ["a", "re: T-9"]));
    assert.deepEqual(violations, { lost: ["T-2"], doubled: ["T-3"], astray: ["T-9"], "out of order": ["T-1", "T-9"] });
    assert.deepEqual(reckon(asked, outbox(["a", "re: T-2"])).astray, ["T-2"]);
});

test("what no listener heard may come behind newer ones, and is answered once all the same", () => {
    const unheard = asked.map((question) => ({ ...question, heard: question.marker !== "T-1" }));
    assert.deepEqual(reckon(unheard, outbox(["a", "re: T-3"], ["a", "re: T-1"], ["b", "re: T-2"]))["out of order"], []);
    const { lost, doubled } = reckon(unheard, outbox(["a", "re: T-3"], ["a", "re: T-3"], ["b", "re: T-2"]));
    assert.deepEqual({ lost, doubled }, { lost: ["T-1"], doubled: ["T-3"] });
});

test("a seed repeats its numbers, another has others", () => {
    const numbers = (seed) => Array.from({ length: 50 }, seededRandom(seed));
    assert.deepEqual(numbers(7), numbers(7));
    assert.notDeepEqual(numbers(7), numbers(8));
    for (const number of numbers(7)) assert.ok(number >= 0 && number < 1);
});
