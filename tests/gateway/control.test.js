// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What people write while the agent is at work reaches the Gateway then, not after its turn: stop, approvals, what `messages.queue` says.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { waitFor } from "./wait-for.js";
import { OPEN, World } from "./world.js";

const OWNER = "391000000000000081";
const OTHER = "391000000000000082";

describe("while a turn runs", () => {
    let world;

    before(async () => {
        world = new World();
        world.hurry();
        await world.prepare(OPEN);
        world.gateway.configure({ commands: { ownerAllowFrom: [`zalouser:${OWNER}`] }, tools: { exec: { host: "gateway", security: "full", ask: "always" } }, approvals: { exec: { enabled: true, mode: "session" } } });
        await world.online();
        await world.gateway.start();
        await world.gateway.connected();
        await world.sim.ctl("wait", "listener");
    });
    after(() => world.close());

    const says = (content, threadId = OWNER) => world.sim.inject({ threadId, content });
    const asked = (marker) => waitFor(`the model to be asked ${marker}`, () => world.model.asked.includes(marker), { seen: () => world.seen() });
    const toldTo = (threadId, pattern) => waitFor(`${pattern}`, async () => (await world.sim.textsTo(threadId)).find((text) => pattern.test(text)), { seen: () => world.seen() });
    /** Runs `act` and reports how long it took. */
    const timed = async (t, what, act) => {
        const started = performance.now();
        const result = await act();
        t.diagnostic(`${what}: ${Math.round(performance.now() - started)} ms`);
        return result;
    };

    test("/stop ends it", async (t) => {
        world.model.suspend();
        await says("T-1 câu hỏi dài");
        await asked("T-1");
        await says("/stop");
        await timed(t, "from /stop to its answer on Zalo", () => toldTo(OWNER, /Agent was aborted/));
        world.model.resume();
        await says("T-2 còn đó không?");
        await world.answered(OWNER, "re: T-2");
        assert.deepEqual((await world.sim.textsTo(OWNER)).filter((text) => text.startsWith("re: ")), ["re: T-2"], "the stopped question is not answered");
    });

    test("an approval given in the chat is acted on", async (t) => {
        const file = path.join(world.root, "approved");
        world.model.calls = { "T-3": { tool: "exec", args: { command: `touch ${file}` } } };
        await says("T-3 chạy lệnh giúp");
        const prompt = await toldTo(OWNER, /\/approve \S+ allow-once/);
        assert.equal(fs.existsSync(file), false, "nothing runs before it is approved");
        const [command] = /\/approve \S+ allow-once/.exec(prompt);
        await says(command);
        await timed(t, "from /approve to the command's work", () => waitFor("the command's work", () => fs.existsSync(file), { seen: () => world.seen() }));
        await world.answered(OWNER, "re: T-3");
    });

    test("messages.queue followup: what comes meanwhile is answered afterwards, in its order, while other chats go on", async () => {
        world.model.suspend();
        await says("T-10 một");
        await asked("T-10");
        await says("T-11 hai");
        await says("T-12 ba");
        await says("T-13 người khác", OTHER);
        await asked("T-13");
        assert.deepEqual(world.model.asked.filter((marker) => ["T-11", "T-12"].includes(marker)), []);
        world.model.resume();
        await world.answered(OWNER, "re: T-12");
        await world.answered(OTHER, "re: T-13");
        assert.deepEqual((await world.sim.textsTo(OWNER)).filter((text) => /^re: T-1\d/.test(text)), ["re: T-10", "re: T-11", "re: T-12"]);
    });

    test("what waits in the Gateway's queue when it is killed is answered by the next one, once", async () => {
        world.model.suspend();
        await says("T-20 một");
        await asked("T-20");
        await says("T-21 hai");
        await world.companion.until("both to be with the Gateway", ({ queue }) => queue.inboundWaiting === 0);
        await world.gateway.kill();
        world.model.resume();
        await world.gateway.start();
        await world.answered(OWNER, "re: T-21");
        await says("T-22 ba");
        await world.answered(OWNER, "re: T-22");
        assert.deepEqual((await world.sim.textsTo(OWNER)).filter((text) => /^re: T-2\d/.test(text)), ["re: T-20", "re: T-21", "re: T-22"]);
    });

    /** Gives the chat another mode than the configuration's. */
    const queueMode = async (mode) => {
        await says(`/queue ${mode}`);
        await toldTo(OWNER, new RegExp(`queue.*${mode}`, "i"));
    };

    test("steer, the Gateway's default: what comes meanwhile is part of the running turn", async () => {
        await queueMode("steer");
        world.model.suspend();
        await says("T-30 một");
        await asked("T-30");
        await says("T-31 hai");
        await world.companion.until("both to be with the Gateway", ({ queue }) => queue.inboundWaiting === 0);
        world.model.resume();
        await world.answered(OWNER, "re: T-31");
    });

    test("interrupt: the newest ends the running turn", async () => {
        await queueMode("interrupt");
        world.model.suspend();
        await says("T-40 một");
        await asked("T-40");
        await says("T-41 hai");
        await asked("T-41"); // while the first one is still being answered
        world.model.resume();
        await queueMode("followup");
        await says("T-42 ba");
        await world.answered(OWNER, "re: T-42");
        assert.ok(!(await world.sim.textsTo(OWNER)).includes("re: T-40"));
    });
});
