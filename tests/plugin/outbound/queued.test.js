// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// A message that waits in the Gateway's queue is somebody's: nobody else sends it.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { beforeEach, test } from "node:test";
import { outbound } from "../../../extensions/zalouser/src/outbound/outbound.js";
import { rememberUser, sweepQueued } from "../../../extensions/zalouser/src/outbound/queued.js";
import { shared } from "../../../extensions/zalouser/src/runtime.js";
import { timing } from "../../../extensions/zalouser/src/timing.js";
import { CFG, fakeCompanionAtDefault } from "../support/fixtures.js";
import { provideSdk } from "../support/sdk.js";

provideSdk();
beforeEach(() => {
    shared.config = () => CFG;
    shared.runtime = undefined;
    shared.connectionManager = undefined;
});

const [ANH, BAO] = ["512345678901234567", "487654321098765432"];
const attempt = (queueId = "q1") => outbound.sendText({ cfg: CFG, to: "365333052772575247", text: "xin chào", deliveryQueueId: queueId });
const queuedFiles = () => fs.readdirSync(path.join(process.env.OPENCLAW_STATE_DIR, "zalouser/queued"));
const logIn = (fake, userId) => {
    const { snapshot } = fake;
    fake.snapshot = (profile) => {
        const all = snapshot.call(fake, profile);
        all.profiles[0].account.userId = userId;
        return all;
    };
};

test("what was queued while the companion was away goes out as whom it was written by", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    await rememberUser("default", ANH);
    await fake.close();
    await assert.rejects(attempt(), { retryable: true });
    await fake.listen();
    await attempt();
    assert.deepEqual(fake.outbox.map(({ text }) => text), ["xin chào"]);
    assert.deepEqual(queuedFiles(), [], "and is forgotten");
});

test("after a login as somebody else nothing of the first is sent", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    await rememberUser("default", ANH);
    await fake.close();
    await assert.rejects(attempt(), { retryable: true });
    await fake.listen();
    logIn(fake, BAO);
    await assert.rejects(attempt(), { name: "PlatformMessageNotDispatchedError", retryable: false, message: /belongs to the earlier one and is not sent/ });
    assert.deepEqual([fake.outbox, queuedFiles()], [[], []]);
    await attempt("q2"); // his own
    assert.equal(fake.outbox.length, 1);
});

test("a message that the companion could not send yet is its user's, also without a Gateway that runs", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    const { "message.send": send } = fake.methods;
    fake.methods["message.send"] = () => {
        throw Object.assign(new Error(), { error: { code: -32008, message: "Zalo cannot be reached.", data: { kind: "offline", possiblySent: false } } });
    };
    await assert.rejects(attempt(), { retryable: true });
    fake.methods["message.send"] = send;
    logIn(fake, BAO);
    await assert.rejects(attempt(), { retryable: false });
});

test("what the Gateway gave up is forgotten after a while", async (t) => {
    const fake = await fakeCompanionAtDefault(t);
    await rememberUser("default", ANH);
    await fake.close();
    await assert.rejects(attempt(), { retryable: true });
    await sweepQueued();
    assert.equal(queuedFiles().length, 1);
    await sweepQueued(Date.now() + timing.queuedMaxAgeMs + 1000);
    assert.deepEqual(queuedFiles(), []);
    await fake.listen();
});
