// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Whatever happens to the Gateway while people write, each of them is answered exactly once.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { reckon } from "../torture/answers.js";
import { waitFor } from "./wait-for.js";
import { OPEN, World } from "./world.js";

const THREADS = Array.from({ length: 8 }, (_, n) => `39100000000000030${n}`);
const MESSAGES = 40;
/** OpenClaw's own message to somebody whose question it resumes. */
const RESUMED = /^I'm continuing your interrupted request now/;

describe("restarts under load", () => {
    let world;

    before(async () => {
        world = new World();
        world.hurry();
        await world.running(OPEN);
    });
    after(() => world.close());

    /** Ten batches of questions; after each, `happen(n)` befalls the Gateway. */
    async function load(first, happen) {
        await world.sim.ctl("outbox", "clear");
        const asked = [];
        for (let batch = 0; batch < 10; ++batch) {
            for (let n = 0; n < MESSAGES / 10; ++n) {
                const question = { threadId: THREADS[asked.length % THREADS.length], marker: `T-${first + asked.length}` };
                await world.sim.inject({ threadId: question.threadId, content: `${question.marker} câu hỏi` });
                asked.push(question);
            }
            await happen(batch);
        }
        const outbox = await waitFor(`${MESSAGES} answers`, async () => {
            const texts = await world.sim.outbox();
            const { queue } = await world.companion.until("the profile", () => true);
            return queue.inboundWaiting + queue.outboundWaiting === 0 && asked.every(({ marker }) => texts.some(({ text }) => text === `re: ${marker}`)) && texts;
        }, { seconds: 480, seen: () => world.seen() });
        assert.deepEqual(reckon(asked, outbox), { lost: [], doubled: [], astray: [], "out of order": [] });
        const others = outbox.map(({ text }) => text).filter((text) => !text.startsWith("re: ") && !RESUMED.test(text));
        assert.deepEqual(others, [], "and nothing else was sent");
    }

    const seenTimes = (pattern) => world.gateway.process.output.match(pattern)?.length ?? 0;

    test("ten changes of the configuration and a reload of the plugin: each is answered once", async () => {
        await load(100, async (batch) => {
            const before = seenTimes(/config hot reload applied/g);
            world.gateway.configure({ channels: { zalouser: { enabled: true, ...OPEN, historyLimit: batch + 1 } } });
            await waitFor("the change", () => seenTimes(/config hot reload applied/g) > before, { seen: () => world.seen() });
            // Refused while an agent runs.
            if (batch === 5) await waitFor("the reload", () => world.gateway.accepts("plugins.reload", { plugins: [{ pluginId: "zalouser" }] }), { seconds: 300, seen: () => world.seen() });
        });
    });

    test("three SIGKILLs: each is answered once", async () => {
        let asked = world.model.asked.length;
        await load(200, async (batch) => {
            if (batch % 3 !== 2) return;
            await waitFor("an agent at work", () => world.model.asked.length > asked, { seen: () => world.seen() });
            await world.gateway.kill();
            await world.gateway.start();
            // After the third unclean start OpenClaw leaves its channels off, and its log names this way to start one.
            if (/restart-loop breaker/.test(world.gateway.process.output)) await world.gateway.call("channels.start", { channel: "zalouser" });
            asked = world.model.asked.length;
        });
    });
});
