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
const OTHER = "391000000000000052";
const GROUP = "772000000000000051"; // nobody has written there yet

describe("sessions", () => {
    let world;

    before(async () => {
        world = new World();
        world.hurry();
        await world.prepare(OPEN);
        world.gateway.configure({ agents: { ...world.gateway.config.agents, defaults: { ...world.gateway.config.agents.defaults, heartbeat: { every: "24h", target: "zalouser", to: CUSTOMER, prompt: "T-3 is anything due?" } } } });
        await world.online();
        await world.gateway.start();
        await world.gateway.connected();
        await world.sim.ctl("wait", "listener");
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
    const transcriptOf = (key) => {
        const { sessionId } = rows("SELECT session_key, entry_json FROM session_nodes").filter((row) => row.session_key === key).map((row) => JSON.parse(row.entry_json))[0] ?? {};
        return rows("SELECT session_id, event_json FROM transcript_events").filter((row) => row.session_id === sessionId).map((row) => row.event_json).join("\n");
    };
    const known = (key) => waitFor(key, () => sessions().has(key), { seen: () => JSON.stringify([...sessions()]) });

    test("message send: in the customer's session and in the group's, not in the owner's", async () => {
        await world.gateway.ok("message", "send", "--channel", "zalouser", "--target", CUSTOMER, "--message", "hàng về rồi ạ");
        await world.gateway.ok("message", "send", "--channel", "zalouser", "--target", `group:${GROUP}`, "--message", "chào cả nhà");
        await known(`agent:main:zalouser:default:direct:${CUSTOMER}`);
        await known(`agent:main:zalouser:group:${GROUP}`);
        await waitFor("what was sent, in the transcript", () => /hàng về rồi ạ/.test(transcriptOf(`agent:main:zalouser:default:direct:${CUSTOMER}`)), { seconds: 60, seen: transcript });
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

    test("what the agent's tool sends to another chat is in that chat's session", async () => {
        const { success, error } = await world.gateway.tool({ action: "send", threadId: `user:${OTHER}`, message: "mai mở cửa **sớm**" });
        assert.ok(success, error);
        const link = await world.gateway.tool({ action: "link", threadId: `group:${GROUP}`, url: "https://example.org/lich", message: "lịch đây" });
        assert.ok(link.success, link.error);
        await known(`agent:main:zalouser:default:direct:${OTHER}`);
        assert.equal(sessions().get(`agent:main:zalouser:default:direct:${OTHER}`), `zalouser:${OTHER}`);
        assert.match(transcriptOf(`agent:main:zalouser:default:direct:${OTHER}`), /mai mở cửa \*\*sớm\*\*/);
        assert.match(transcriptOf(`agent:main:zalouser:group:${GROUP}`), /lịch đây.*https:\/\/example\.org\/lich/);
    });

    test("a heartbeat for a customer leaves the session that it runs in without a route to the customer", async () => {
        world.model.answers["T-3"] = "Nhắc: T-3 chiều nay giao hàng";
        await world.gateway.call("wake", { mode: "now", text: "giao hàng chiều nay" });
        await world.answered(CUSTOMER, "Nhắc: T-3 chiều nay giao hàng");
        await waitFor("it in the transcript", () => transcriptOf("agent:main:main").includes("chiều nay giao hàng"), { seen: transcript });
        assert.equal(sessions().get("agent:main:main"), undefined);
    });

    test("a session of the time when accounts shared it goes on, in the account that used it last", async () => {
        const [old, key] = ["391000000000000053", "agent:main:zalouser:direct:391000000000000053"];
        world.gateway.configure({ session: { dmScope: "per-channel-peer" } });
        await world.gateway.stop();
        await world.gateway.start();
        await world.sim.inject({ threadId: old, content: "T-5 đặt hai cái" });
        await world.answered(old, "re: T-5");
        await known(key);
        world.gateway.configure({ session: { dmScope: undefined } });
        await world.gateway.stop();
        await world.gateway.start();
        await world.sim.inject({ threadId: old, content: "T-6 còn nhớ không?" });
        await world.answered(old, "re: T-6");
        assert.match(JSON.stringify(world.model.conversations["T-6"]), /đặt hai cái/);
        assert.deepEqual([...sessions().keys()].filter((one) => one.includes(old)), [key]);
    });
});
