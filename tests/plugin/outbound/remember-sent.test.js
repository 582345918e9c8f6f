// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What the tool sends to another chat, in that chat's session: the Gateway's own store.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { rememberSent } from "../../../extensions/zalouser/src/outbound/remember-sent.js";
import { shared } from "../../../extensions/zalouser/src/runtime.js";
import { tempFixture } from "../support/fixtures.js";
import { importSdk, provideSdk } from "../support/sdk.js";

provideSdk();
const { buildAgentSessionKey, resolveAgentRoute } = await importSdk("routing");
const CFG = /** @type {any} */ ({ channels: { zalouser: {} } });
const ACCOUNT = { accountId: "default" };
const KEY = "agent:main:zalouser:default:direct:365";

beforeEach(() => {
    shared.connectionManager = undefined;
    shared.runtime = /** @type {any} */ ({ channel: { routing: { buildAgentSessionKey, resolveAgentRoute } } });
});

test("it is kept once for a key, and the session's answers go to the chat", async (t) => {
    process.env.OPENCLAW_STATE_DIR = tempFixture(t).stateDir;
    const { getSessionEntry, deliveryContextFromSession } = await importSdk("session-store-runtime");
    const { readSessionTranscriptEvents } = await importSdk("session-transcript-runtime");
    for (let i = 0; i < 2; ++i) assert.equal(await rememberSent(CFG, ACCOUNT, { threadId: "365", isGroup: false }, { text: "mai mở cửa" }, "tool:1"), true);
    const entry = getSessionEntry({ agentId: "main", sessionKey: KEY });
    assert.deepEqual([deliveryContextFromSession(entry).channel, deliveryContextFromSession(entry).to], ["zalouser", "zalouser:365"]);
    const events = JSON.stringify(await readSessionTranscriptEvents({ agentId: "main", sessionKey: KEY, sessionId: entry.sessionId }));
    assert.equal(events.split("mai mở cửa").length, 2, events);
});

test("a store that fails fails no send", async (t) => {
    process.env.OPENCLAW_STATE_DIR = tempFixture(t).path; // no folder, and none can be made in its place
    shared.runtime = undefined;
    assert.equal(await rememberSent(CFG, ACCOUNT, { threadId: "365", isGroup: false }, { text: "x" }, "tool:1"), false);
});
