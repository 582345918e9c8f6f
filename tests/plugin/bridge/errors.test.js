// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import { test } from "node:test";
import { BridgeError, errorMessage, fromWire } from "../../../extensions/zalouser/src/bridge/errors.js";

test("an error's text is one bounded line without control characters, whoever wrote it", () => {
    const hostile = `a\nb\t\x1b[2Jc ${"x".repeat(100000)}`;
    for (const text of [new BridgeError("internal", hostile).message, fromWire({ code: -32000, message: hostile }).message, errorMessage(new Error(hostile)), errorMessage(hostile)]) {
        assert.ok(text.startsWith("a b [2Jc x"), text.slice(0, 20));
        assert.equal(text.length, 500);
    }
});

test("any error object is converted to an error", () => {
    for (const wrong of [undefined, null, {}, { code: "x", message: {}, data: [] }, { kind: "", data: { kind: 7 } }]) {
        const { kind, wireCode, message } = fromWire(wrong);
        assert.deepEqual([kind, wireCode, message], ["internal", -32000, "Zalo Companion answered with an error."]);
    }
    assert.equal(fromWire({ code: -32002, message: "x", data: { kind: "kicked" } }).kind, "kicked");
});
