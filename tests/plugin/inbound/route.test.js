// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import { test } from "node:test";
import { isResumed, routeOf } from "../../../extensions/zalouser/src/inbound/route.js";

const asked = [];
/** @type {import("../../../extensions/zalouser/src/types.d.ts").SessionStore} */
const NONE = { getSessionEntry: () => undefined, deliveryContextFromSession: () => undefined };
const gateway = (cfg = {}, sessions = NONE) => /** @type {any} */ ({
    cfg,
    sessions,
    account: { accountId: "default" },
    core: { channel: { routing: { resolveAgentRoute: (query) => asked.push(query) && { agentId: "main", sessionKey: `s:${query.dmScope}:${query.peer.kind}:${query.peer.id}` } } } },
});
const message = /** @type {any} */ ({ threadId: "365", isGroup: false });

test("every direct chat has its own session unless the configuration says otherwise", () => {
    for (const [session, scope] of [[undefined, "per-account-channel-peer"], [{ dmScope: "main" }, "per-account-channel-peer"], [{ dmScope: "per-peer" }, "per-peer"]]) {
        assert.equal(routeOf(message, gateway({ session })).dmScope, scope);
        assert.equal(asked.at(-1).dmScope, scope);
    }
    assert.deepEqual(asked.at(-1).peer, { kind: "direct", id: "365" });
    assert.equal(routeOf({ ...message, threadId: "772", isGroup: true }, gateway()).sessionKey, "s:per-account-channel-peer:group:772");
});

test("the Gateway resumes exactly the sessions that its store marks as running or aborted", () => {
    const continued = (entry, lateSince) => isResumed(message, gateway({}, { ...NONE, getSessionEntry: ({ agentId, sessionKey }) => (agentId === "main" && sessionKey === "s:per-account-channel-peer:direct:365" ? entry : undefined) }), lateSince);
    for (const entry of [{ status: "running" }, { abortedLastRun: true }, { status: "done", restartRecoveryRuns: [{}] }]) assert.equal(continued(entry), true);
    for (const entry of [undefined, {}, { status: "done", abortedLastRun: false, restartRecoveryRuns: [], updatedAt: 9 }]) assert.equal(continued(entry), false);
    // A turn out of the Gateway's own queue sends its reply by itself: only one that changed nothing yet is begun once more.
    for (const [entry, expected] of [[undefined, false], [{ updatedAt: 5 }, false], [{ updatedAt: 6 }, true]]) assert.equal(continued(entry, 5), expected);
});
