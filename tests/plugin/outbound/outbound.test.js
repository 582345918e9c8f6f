// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { resolveAccount } from "../../../extensions/zalouser/src/account/account.js";
import { BridgeError } from "../../../extensions/zalouser/src/bridge/errors.js";
import { mediaMessage, outbound, send, sendOptions, textMessage } from "../../../extensions/zalouser/src/outbound/outbound.js";
import { shared } from "../../../extensions/zalouser/src/runtime.js";
import { CFG, fakeCompanionAtDefault } from "../support/fixtures.js";

beforeEach(() => {
    shared.config = () => CFG;
    shared.connectionManager = undefined;
});

test("the Gateway passes whole texts; the companion splits them", () => {
    assert.equal(outbound.chunker, null);
    assert.ok(!("textChunkLimit" in outbound), "no limit is announced");
});

test("the client-side timeout exceeds the companion's own limits", () => {
    const target = { threadId: "365", isGroup: false };
    const text = textMessage(target, "x", "k");
    assert.ok(sendOptions(text).timeoutMs > text.deadlineMs + 60000);
    const file = mediaMessage(target, { path: "/a.pdf", kind: "file" }, "giá", "k");
    assert.ok(sendOptions(file).timeoutMs > file.deadlineMs + 180000 + 60000);
    const long = textMessage(target, "x".repeat(10001), "k");
    assert.ok(sendOptions(long).timeoutMs > long.deadlineMs + 6 * 60000, "of six messages at least");
});

test("a send whose connection ends is repeated under the same key", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    const keys = [];
    const live = {
        call: (_method, { key }) => {
            keys.push(key);
            shared.connectionManager = undefined;
            return Promise.reject(new BridgeError("closed", "gone"));
        },
    };
    shared.connectionManager = /** @type {any} */ ({ current: () => live });
    await send(CFG, resolveAccount(CFG), textMessage({ threadId: "365333052772575247", isGroup: false }, "một", "key-1"));
    assert.deepEqual(keys, ["key-1"]);
    assert.deepEqual(fake.outbox.map(({ key, text }) => [key, text]), [["key-1", "một"]]);
});
