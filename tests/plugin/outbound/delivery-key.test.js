// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Reconciliation of sends whose outcome the Gateway does not know after a crash.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { deliveryKey, durableFinal } from "../../../extensions/zalouser/src/outbound/delivery-key.js";
import { shared } from "../../../extensions/zalouser/src/runtime.js";
import { outbound } from "../../../extensions/zalouser/src/outbound/outbound.js";
import { CFG, fakeCompanionAtDefault } from "../support/fixtures.js";
import { provideSdk } from "../support/sdk.js";

provideSdk();

const TO = "365333052772575247";

beforeEach(() => {
    shared.config = () => CFG;
    shared.connectionManager = undefined;
});

const context = (deliveryPartIndex) => ({ cfg: CFG, to: TO, text: "xin chào", deliveryQueueId: "q1", deliveryPartIndex });
/** @returns {Promise<any>} */
const reconcile = (...payloads) => durableFinal.reconcileUnknownSend(/** @type {any} */ ({ cfg: CFG, to: TO, queueId: "q1", payloads }));

test("the Gateway's delivery id is the key; without one every send has its own", async (t) => {
    await fakeCompanionAtDefault(t);
    assert.equal(await deliveryKey(context(2)), "openclaw:q1:2");
    assert.equal(await deliveryKey(context()), "openclaw:q1:0");
    assert.notEqual(await deliveryKey({ cfg: CFG }), await deliveryKey({ cfg: CFG }));
});

test("a provably failed send is retried under a new key, a possibly sent one is not", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    fake.sent.set("openclaw:q1:0", { state: "failed", error: { possiblySent: false } });
    assert.equal(await deliveryKey(context()), "openclaw:q1:0:1");
    fake.sent.set("openclaw:q1:0:1", { state: "failed", error: { possiblySent: false } });
    assert.equal(await deliveryKey(context()), "openclaw:q1:0:2");
    fake.sent.set("openclaw:q1:1", { state: "uncertain" });
    assert.equal(await deliveryKey(context(1)), "openclaw:q1:1");
    fake.sent.set("openclaw:q1:2", { state: "failed", error: { possiblySent: true } });
    assert.equal(await deliveryKey(context(2)), "openclaw:q1:2", "a part of it went out");
});

test("a send that the companion completed is reconciled as sent, with its ids", async (t) => {
    await fakeCompanionAtDefault(t);
    const { messageId } = await outbound.sendText(context(0));
    const { status, receipt } = await reconcile({ text: "xin chào" });
    assert.equal(status, "sent");
    assert.deepEqual([receipt.primaryPlatformMessageId, receipt.platformMessageIds], [messageId, [messageId]]);
});

test("a send unknown to the companion is reconciled as not sent, also if only a part went out", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    const payloads = [{ text: "một ".repeat(800) }, { text: "hai" }];
    assert.deepEqual(await reconcile(...payloads), { status: "not_sent" });
    await outbound.sendText({ ...context(0), text: payloads[0].text });
    assert.deepEqual(await reconcile(...payloads), { status: "not_sent" });
    await outbound.sendText({ ...context(1), text: payloads[1].text });
    const { status, receipt } = await reconcile(...payloads);
    assert.deepEqual([status, receipt.platformMessageIds.length], ["sent", 2]);
    await outbound.sendText({ ...context(0), text: payloads[0].text });
    assert.equal(fake.outbox.length, 2, "a repetition sends nothing twice");
});

test("a long text is one part, whose receipt names every message of it", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    fake.sent.set("openclaw:q1:0", { state: "sent", messageIds: ["1", "2", "3"] });
    const { status, receipt } = await reconcile({ text: "một hai ".repeat(700) });
    assert.deepEqual([status, receipt.platformMessageIds], ["sent", ["1", "2", "3"]]);
});

test("each medium is a part of its own, with or without a caption", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    const payload = { text: "Ảnh đây", mediaUrls: ["a.png", "b.png"] };
    fake.sent.set("openclaw:q1:0", { state: "sent", messageIds: ["1"] });
    assert.deepEqual(await reconcile(payload), { status: "not_sent" });
    fake.sent.set("openclaw:q1:1", { state: "sent", messageIds: [] }); // zca-cli returns none
    const { receipt } = await reconcile(payload);
    assert.deepEqual(receipt.platformMessageIds, ["1", "openclaw:q1:1"]);
});

test("an uncertain send is not retried", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    fake.sent.set("openclaw:q1:0", { state: "uncertain" });
    const { status, retryable, error } = await reconcile({ text: "xin chào" });
    assert.deepEqual([status, retryable], ["unresolved", false]);
    assert.match(error, /look into the chat/);
});

test("reconciliation waits for an absent companion", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    await fake.close();
    const { status, retryable, error } = await reconcile({ text: "xin chào" });
    assert.deepEqual([status, retryable], ["unresolved", true]);
    assert.match(error, /not running/);
});

test("a delivery that keeps failing is given up", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    let asked = 0;
    fake.methods["message.outcome"] = () => (++asked, { state: "failed", messageIds: [], error: { possiblySent: false } });
    await assert.rejects(deliveryKey(context(0)), { kind: "failed", message: /100 times/ });
    assert.equal(asked, 100);
});
