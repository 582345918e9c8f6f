// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What is sent by itself is remembered where it went to, and takes over nobody else's session.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, before, describe, test } from "node:test";
import { waitFor } from "./wait-for.js";
import { OPEN, World } from "./world.js";

const CUSTOMER = "391000000000000051";
const GROUP = "772000000000000051"; // nobody has written there yet

describe("sessions", () => {
    let world;

    before(async () => {
        world = new World();
        world.hurry();
        await world.running(OPEN);
    });
    after(() => world.close());

    /** Rows of the Gateway's own store: `sessions.list` leaves out sessions without a turn. */
    const rows = (sql) => {
        const file = path.join(world.gateway.folder, "agents/main/agent/openclaw-agent.sqlite");
        if (!fs.existsSync(file)) return [];
        const db = new DatabaseSync(file, { readOnly: true });
        try {
            return /** @type {any[]} */ (db.prepare(sql).all());
        } finally {
            db.close();
        }
    };
    /** Session key → the address that its answers go to. */
    const sessions = () => new Map(rows("SELECT session_key, entry_json FROM session_nodes").map(({ session_key: key, entry_json: entry }) => [key, JSON.parse(entry).delivery?.context?.to]));
    const transcript = () => rows("SELECT event_json FROM transcript_events").map(({ event_json: event }) => event).join("\n");
    const known = (key) => waitFor(key, () => sessions().has(key), { seen: () => JSON.stringify([...sessions()]) });

    test("message send: in the customer's session and in the group's, not in the owner's", async () => {
        await world.gateway.ok("message", "send", "--channel", "zalouser", "--target", CUSTOMER, "--message", "hàng về rồi ạ");
        await world.gateway.ok("message", "send", "--channel", "zalouser", "--target", `group:${GROUP}`, "--message", "chào cả nhà");
        await known(`agent:main:zalouser:default:direct:${CUSTOMER}`);
        await known(`agent:main:zalouser:group:${GROUP}`);
        await waitFor("what was sent, in the transcript", () => /hàng về rồi ạ/.test(transcript()), { seconds: 60, seen: transcript });
        const all = sessions();
        assert.equal(all.get(`agent:main:zalouser:default:direct:${CUSTOMER}`), `zalouser:${CUSTOMER}`);
        assert.equal(all.get(`agent:main:zalouser:group:${GROUP}`), `zalouser:group:${GROUP}`);
        assert.equal(all.get("agent:main:main"), undefined, "the owner's session has no route to a customer");
    });

    test("the customer's answer is in the same session", async () => {
        await world.sim.inject({ threadId: CUSTOMER, content: "T-1 giá bao nhiêu?" });
        await world.answered(CUSTOMER, "re: T-1");
        const keys = [...sessions().keys()].filter((key) => key.includes(CUSTOMER));
        assert.deepEqual(keys, [`agent:main:zalouser:default:direct:${CUSTOMER}`]);
    });
});
