// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { resolveAccount } from "../../../extensions/zalouser/src/account/account.js";
import { BridgeError, isPossiblySent } from "../../../extensions/zalouser/src/bridge/errors.js";
import { mediaMessage, outbound, send, sendOptions, textMessage } from "../../../extensions/zalouser/src/outbound/outbound.js";
import { shared } from "../../../extensions/zalouser/src/runtime.js";
import { CFG, fakeCompanionAtDefault } from "../support/fixtures.js";
import { provideSdk } from "../support/sdk.js";

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

test("an answer names the message that it answers, by Zalo's ids only", () => {
    const named = (replyTo) => [textMessage(TARGET, "x", "k", replyTo), mediaMessage(TARGET, { path: "/a.pdf", kind: "file" }, "x", "k", replyTo)].map((message) => message.replyTo);
    assert.deepEqual(named("1795329893622"), ["1795329893622", "1795329893622"]);
    for (const other of [undefined, null, "", "once:5c1f", "-1"]) assert.deepEqual(named(other), [undefined, undefined]);
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

/** A fake companion that refuses each send in this way. */
const refusing = (fake, kind, message, possiblySent) => {
    fake.methods["message.send"] = () => {
        throw Object.assign(new Error(), { error: { code: -32000, message, data: { kind, possiblySent } } });
    };
};
/** @returns {Promise<any>} */
const attempt = (more) => outbound.sendText({ cfg: CFG, to: TARGET.threadId, text: "xin chào", deliveryQueueId: "q1", ...more });
/** @param {Promise<any>} sending */
const failureOf = (sending) => sending.then(() => assert.fail("it was sent"), (/** @type {any} */ error) => error);

test("a send that is told as failed leaves the Gateway's queue: what needs a person is not retryable", async (t) => {
    provideSdk();
    const fake = await fakeCompanionAtDefault(t);
    for (const kind of ["notLoggedIn", "kicked", "zaloRefused", "threadUnknown", "file", "cancelled", "accountChanged", "zcaMissing", "unheardOf"]) {
        refusing(fake, kind, "It was refused.", false);
        const { name, retryable, message, code, cause } = await failureOf(attempt());
        assert.deepEqual([name, retryable, message], ["PlatformMessageNotDispatchedError", false, "It was refused."], kind);
        assert.deepEqual([code, cause], [undefined, undefined], "OpenClaw would print them");
    }
    for (const wrong of [{ to: "Lan" }, { to: "" }]) assert.equal((await failureOf(attempt(wrong))).retryable, false, "a bad target");
    const blocked = await failureOf(outbound.sendMedia({ cfg: CFG, to: TARGET.threadId, text: "", mediaUrl: "http://127.0.0.1:9/a.png", deliveryQueueId: "q1" }));
    assert.equal(blocked.retryable, false);
    assert.match(blocked.message, /^The attachment cannot be sent: /);
});

test("what passes by itself stays in the Gateway's queue, and the caller is told so; without a queue it has failed", async (t) => {
    provideSdk();
    const fake = await fakeCompanionAtDefault(t);
    const queued = (why) => `The message is queued, not failed: the Gateway sends it as soon as it can, so do not send it again (${why}).`;
    for (const kind of ["timedOut", "rateLimited", "offline", "paused", "busy"]) {
        refusing(fake, kind, "It has to wait.", false);
        const { name, retryable, message } = await failureOf(attempt());
        assert.deepEqual([name, retryable, message], ["PlatformMessageNotDispatchedError", true, queued("It has to wait")], kind);
        const once = await failureOf(attempt({ deliveryQueueId: undefined }));
        assert.deepEqual([once.retryable, once.message], [false, "It has to wait."], kind);
    }
    await fake.close();
    const { retryable, message } = await failureOf(attempt());
    assert.deepEqual([retryable, message], [true, queued("Zalo Companion is not running. Start it: zalo-companion --headless")]);
    await fake.listen();
});

test("what may have been sent is neither: the Gateway must not send it again", async (t) => {
    provideSdk();
    const fake = await fakeCompanionAtDefault(t);
    refusing(fake, "uncertain", "It may have been sent.", true);
    const { name, kind } = await failureOf(attempt());
    assert.deepEqual([name, kind], ["BridgeError", "uncertain"]);
    fake.methods["message.send"] = () => void fake.drop();
    const lost = await failureOf(attempt());
    assert.deepEqual([lost.kind, lost.cause], ["closed", undefined]);
    assert.match(lost.message, /^It is not certain whether the message was sent \(.+[^.]\)\. Look in Zalo before you send it again\.$/);
});
