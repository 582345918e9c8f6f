// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import { test } from "node:test";
import { isResumed, routeOf } from "../../../extensions/zalouser/src/inbound/route.js";

const asked = [];
const gateway = (cfg = {}) => ({
    cfg,
    account: { accountId: "default" },
    core: { channel: { routing: { resolveAgentRoute: (query) => asked.push(query) && { agentId: "main", sessionKey: `s:${query.peer.kind}:${query.peer.id}` } } } },
});
const message = { threadId: "365", isGroup: false };

test("every direct chat has its own session unless the configuration says otherwise", () => {
    for (const [session, scope] of [[undefined, "per-channel-peer"], [{ dmScope: "main" }, "per-channel-peer"], [{ dmScope: "per-peer" }, "per-peer"]]) {
        routeOf(message, gateway({ session }));
        assert.equal(asked.at(-1).dmScope, scope);
    }
    assert.deepEqual(asked.at(-1).peer, { kind: "direct", id: "365" });
    routeOf({ threadId: "772", isGroup: true }, gateway());
    assert.deepEqual(asked.at(-1).peer, { kind: "group", id: "772" });
});

test("the Gateway resumes exactly the sessions that its store marks as running or aborted", () => {
    const continued = (entry) => isResumed(message, gateway(), ({ agentId, sessionKey }) => agentId === "main" && sessionKey === "s:direct:365" && entry);
    for (const entry of [{ status: "running" }, { abortedLastRun: true }, { status: "done", restartRecoveryRuns: [{}] }]) assert.equal(continued(entry), true);
    for (const entry of [undefined, {}, { status: "done", abortedLastRun: false, restartRecoveryRuns: [] }]) assert.equal(continued(entry), false);
});
