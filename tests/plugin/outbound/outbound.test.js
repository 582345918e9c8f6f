// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { resolveAccount } from "../../../extensions/zalouser/src/account/account.js";
import { BridgeError, isPossiblySent } from "../../../extensions/zalouser/src/bridge/errors.js";
import { mediaMessage, outbound, send, sendOptions, textMessage } from "../../../extensions/zalouser/src/outbound/outbound.js";
import { shared } from "../../../extensions/zalouser/src/runtime.js";
import { CFG, fakeCompanionAtDefault } from "../support/fixtures.js";
import { importSdk, provideSdk } from "../support/sdk.js";

beforeEach(() => {
    shared.config = () => CFG;
    shared.connectionManager = undefined;
});

const TARGET = { threadId: "365333052772575247", isGroup: false };

/** A live connection whose sends end as `answer` says. */
function liveConnection(answer) {
    const live = { call: (_method, params) => answer(params) };
    shared.connectionManager = /** @type {any} */ ({ current: () => live });
}

test("the companion alone decides whether a message may have been sent", () => {
    const refusal = (kind, possiblySent) => new BridgeError(kind, "no", { data: { kind, possiblySent } });
    assert.equal(isPossiblySent(refusal("zaloRefused", false)), false);
    assert.equal(isPossiblySent(refusal("zaloRefused", true)), true, "an earlier part went out");
    assert.equal(isPossiblySent(refusal("timedOut", false)), false);
    assert.equal(isPossiblySent(refusal("storage", true)), true);
    // Without its decision only what came before the request is certain.
    for (const kind of ["notRunning", "notInstalled", "untrustedPeer", "protocol", "approvalNeeded", "params"]) assert.equal(isPossiblySent(new BridgeError(kind, "no")), false, kind);
    for (const kind of ["closed", "deadline", "superseded", "timedOut", "offline", "internal"]) assert.equal(isPossiblySent(new BridgeError(kind, "no")), true, kind);
    assert.equal(isPossiblySent(new Error("no")), true);
});

test("a broken connection is not reported as not sent, whatever the second attempt meets", async () => {
    liveConnection(() => {
        shared.connectionManager = undefined; // and nobody listens at the socket any more
        return Promise.reject(new BridgeError("closed", "gone"));
    });
    await assert.rejects(send(CFG, resolveAccount(CFG), textMessage(TARGET, "một", "key-1")), (error) => error instanceof BridgeError && error.kind === "notRunning" && isPossiblySent(error));
});

test("what the companion says of the second attempt holds", async () => {
    let calls = 0;
    liveConnection(() => Promise.reject(++calls === 1 ? new BridgeError("closed", "gone") : new BridgeError("paused", "no", { data: { kind: "paused", possiblySent: false } })));
    await assert.rejects(send(CFG, resolveAccount(CFG), textMessage(TARGET, "một", "key-1")), (error) => error instanceof BridgeError && error.kind === "paused" && !isPossiblySent(error));
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

test("the Gateway may retry exactly those sends that the companion says did not reach Zalo", async (t) => {
    provideSdk();
    const { PlatformMessageNotDispatchedError } = await importSdk("error-runtime");
    const fake = await fakeCompanionAtDefault(t);
    const attempt = () => outbound.sendText({ cfg: CFG, to: TARGET.threadId, text: "xin chào" });
    for (const possiblySent of [false, true]) {
        fake.methods["message.send"] = () => {
            throw Object.assign(new Error(), { error: { code: -32004, message: "Not started in time.", data: { kind: "timedOut", possiblySent } } });
        };
        await assert.rejects(attempt(), (error) => error instanceof PlatformMessageNotDispatchedError === !possiblySent && error instanceof BridgeError === possiblySent);
    }
    fake.methods["message.send"] = () => void fake.drop();
    await assert.rejects(attempt(), { name: "BridgeError", kind: "closed" });
    await fake.close();
    await assert.rejects(attempt(), { name: "PlatformMessageNotDispatchedError", message: /not running/ });
    await fake.listen();
});
