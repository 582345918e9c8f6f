// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Nothing that Zalo printed is lost, and nothing is doubled, whoever stops or dies.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { waitFor } from "./wait-for.js";
import { OPEN, World } from "./world.js";

const THREADS = [1, 2, 3, 4, 5].map((n) => `39100000000000010${n}`);

describe("restarts", () => {
    let world;

    before(async () => {
        world = new World();
        world.hurry();
        await world.running(OPEN);
    });
    after(() => world.close());

    const answered = (count) =>
        waitFor(`${count} answers`, async () => {
            const outbox = await world.sim.outbox();
            return outbox.length >= count && outbox;
        }, { seconds: 480, seen: () => world.seen() });

    test("20 messages over 5 threads while the Gateway is away: all arrive once, in order per thread", async () => {
        await world.gateway.stop();
        const expected = new Map(THREADS.map((thread) => [thread, []]));
        for (let n = 0; n < 20; ++n) {
            const threadId = THREADS[n % 5];
            await world.sim.inject({ threadId, content: `T-${100 + n} câu hỏi` });
            expected.get(threadId).push(`re: T-${100 + n}`);
        }
        await world.companion.until("20 waiting messages", ({ queue }) => queue.inboundWaiting === 20);
        const leftover = path.join(world.gateway.folder, "zalouser/outgoing/4194304.0123abcd.killed");
        fs.mkdirSync(leftover, { recursive: true });
        fs.writeFileSync(path.join(leftover, "Ảnh nhà.png"), "x");
        await world.gateway.start();
        await answered(20);
        assert.equal(fs.existsSync(leftover), false, "what a killed Gateway left of a picture is gone");
        await settled(world);
        for (const [thread, texts] of expected) assert.deepEqual(await world.sim.textsTo(thread), texts);
        assert.equal(new Set(world.model.asked).size, 20);
    });

    test("the Gateway killed while it answers: the message is answered once", async () => {
        world.model.suspend();
        await world.sim.inject({ threadId: THREADS[0], content: "T-200 câu hỏi" });
        await waitFor("the model to be asked", () => world.model.asked.includes("T-200"));
        await world.gateway.kill();
        world.model.resume();
        await world.gateway.start();
        await world.answered(THREADS[0], "re: T-200");
        // The next question's answer in the same thread: whatever was still to come for the first one has come.
        await world.sim.inject({ threadId: THREADS[0], content: "T-201 câu hỏi" });
        await world.answered(THREADS[0], "re: T-201");
        await settled(world);
        const texts = await world.sim.textsTo(THREADS[0]);
        assert.deepEqual(texts.filter((text) => /^re: T-20/.test(text)), ["re: T-200", "re: T-201"]);
    });

    test("a message that comes while the Gateway ends is answered by the next one, not turned away", async () => {
        world.model.suspend();
        await world.sim.inject({ threadId: THREADS[3], content: "T-250 câu hỏi" });
        await waitFor("the model to be asked", () => world.model.asked.includes("T-250"));
        const stopped = world.gateway.stop(); // it waits for the running turn
        await waitFor("the Gateway to end its work", async () => !(await world.gateway.isReady()));
        await world.sim.inject({ threadId: THREADS[4], content: "T-251 câu hỏi" });
        await waitFor("the message to be with somebody", async () => (await world.companion.until("the queue", () => true)).queue.inboundWaiting === 0 || world.model.asked.includes("T-251"), { seconds: 5 }).catch(() => {});
        world.model.resume();
        await stopped;
        await world.gateway.start();
        await world.answered(THREADS[3], "re: T-250");
        await world.answered(THREADS[4], "re: T-251");
        await settled(world);
        assert.deepEqual((await world.sim.textsTo(THREADS[4])).filter((text) => /restarting|T-251/.test(text)), ["re: T-251"]);
    });

    test("the companion killed between receiving and delivering: the message arrives once", async () => {
        await world.gateway.stop();
        await world.sim.inject({ threadId: THREADS[1], content: "T-300 câu hỏi" });
        await world.companion.until("the waiting message", ({ queue }) => queue.inboundWaiting === 1);
        await world.companion.kill();
        await world.companion.start();
        await world.gateway.start();
        await world.answered(THREADS[1], "re: T-300");
        await settled(world);
        assert.deepEqual((await world.sim.textsTo(THREADS[1])).filter((text) => text.includes("T-300")), ["re: T-300"]);
        assert.equal(world.model.asked.filter((marker) => marker === "T-300").length, 1);
    });

    test("the companion killed between starting a send and its answer: uncertain, and not sent again", async () => {
        await world.sim.ctl("outbox", "clear");
        await world.sim.ctl("set", "send-then-hang=msg.send@once");
        const send = world.gateway.begin("message", "send", "--channel", "zalouser", "--target", THREADS[2], "--message", "một lần thôi");
        await waitFor("the send to begin", async () => !send.running || (await world.sim.outbox()).length === 1, { seen: () => send.output });
        await world.companion.kill();
        const { status, output } = await send.ended;
        assert.notEqual(status, 0);
        assert.match(output, /It is not certain whether the message was sent/);
        assert.doesNotMatch(output, /queued|-32\d{3}|[A-Z]{6}|\n\s+at /);
        await world.companion.start();
        await world.companion.until("the uncertain send", ({ queue, session }) => session.state === "Online" && queue.outboundUncertain === 1 && queue.outboundWaiting === 0);
        // Something that is sent after it proves that the queue went on without it.
        await world.gateway.tool({ action: "send", threadId: THREADS[2], message: "tiếp" });
        assert.deepEqual(await world.sim.textsTo(THREADS[2]), ["một lần thôi", "tiếp"]);
    });

    test("message send killed while Zalo takes the message: the next Gateway learns that it was sent, and sends nothing", async () => {
        await world.gateway.stop();
        await world.sim.ctl("outbox", "clear");
        await world.sim.ctl("set", "slow=1500@msg.send");
        const send = world.gateway.begin("message", "send", "--channel", "zalouser", "--target", THREADS[0], "--message", "đúng một lần");
        await world.companion.until("the send", ({ queue }) => !send.running || queue.outboundWaiting === 1);
        await send.cut();
        await world.sim.ctl("set", "slow=@msg.send");
        await world.gateway.start();
        await waitFor("the Gateway's verdict", () => /already sent/.test(world.gateway.process.output), { seen: () => world.seen() });
        assert.deepEqual(await world.sim.textsTo(THREADS[0]), ["đúng một lần"]);
    });
});

/** Until nothing waits on either side: what came twice would be there by then. */
async function settled(world) {
    await world.companion.until("empty queues", ({ queue }) => queue.inboundWaiting === 0 && queue.outboundWaiting === 0);
}
