// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// A stranger writes, and whoever sits at the companion answers: no terminal of OpenClaw is needed.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { waitFor } from "./wait-for.js";
import { World } from "./world.js";

const [LAN, BAO, MAI] = ["391000000000000071", "391000000000000072", "391000000000000073"];

describe("pairing at the companion, on a real Gateway", () => {
    let world;

    before(async () => {
        world = new World();
        world.hurry();
        await world.running();
    });
    after(() => world.close());

    const requests = async () => {
        const { status, stdout, stderr } = await world.companion.command("pairing", "list", "--json");
        assert.equal(status, 0, stderr);
        return JSON.parse(stdout).requests;
    };
    const requestOf = (senderId) => waitFor(`the request of ${senderId}`, async () => (await requests()).find((request) => request.senderId === senderId), { seen: () => world.seen() });
    const toldOf = async (senderId) => (await world.sim.textsTo(senderId)).filter((text) => /approved/.test(text));
    const answer = (verb, id) => world.companion.command("pairing", verb, id);

    test("who writes is listed with name, words and time, and counts as waiting", async () => {
        const before = Date.now();
        await world.sim.inject({ threadId: LAN, senderName: "Lan", content: "T-1 còn áo này không?" });
        const { requestId, name, text, profile, connected, code, createdAt } = await requestOf(LAN);
        assert.deepEqual([name, text, profile, connected], ["Lan", "T-1 còn áo này không?", "default", true]);
        assert.ok(Math.abs(createdAt - before) < 60_000, `${createdAt}`);
        await waitFor("the code", async () => (await world.sim.textsTo(LAN)).some((sent) => sent.includes(code)), { seen: () => world.seen() });
        const { stdout } = await world.companion.command("pairing");
        assert.match(stdout, new RegExp(`${code}  Lan \\(${LAN}\\), since .*\\n +T-1 còn áo này không\\?`));
        const status = await world.companion.command("status", "--json");
        const { health, pairings } = JSON.parse(status.stdout);
        assert.equal(status.status, 3);
        assert.deepEqual(health.findings.find(({ code: finding }) => finding === "pairingRequested")?.count, 1);
        assert.deepEqual(pairings.map((request) => [request.requestId, "text" in request, "code" in request]), [[requestId, false, false]]);
    });

    test("approved by code: the sender is told, and the next message is answered", async () => {
        const { code } = await requestOf(LAN);
        const { status, stdout, stderr } = await answer("approve", code.toLowerCase());
        assert.deepEqual([status, stdout], [0, "Approved. The bot answers Lan from the next message on.\n"], stderr);
        assert.deepEqual(await requests(), []);
        await waitFor("the sender is told", async () => (await toldOf(LAN)).length === 1, { seen: () => world.seen() });
        await world.sim.inject({ threadId: LAN, content: "T-2 mấy giờ mở cửa?" });
        await world.answered(LAN, "re: T-2");
        const again = await answer("approve", code);
        assert.equal(again.status, 1);
        assert.match(again.stderr, /no longer there/);
    });

    test("dismissed: nobody is told, and who writes again asks again", async () => {
        await world.sim.inject({ threadId: BAO, senderName: "Bảo", content: "T-3 alo" });
        const first = await requestOf(BAO);
        assert.equal((await answer("dismiss", BAO)).status, 0);
        assert.deepEqual(await requests(), []);
        await world.sim.inject({ threadId: BAO, senderName: "Bảo", content: "T-4 có ai không?" });
        const second = await requestOf(BAO);
        assert.notEqual(second.requestId, first.requestId);
        assert.deepEqual(await toldOf(BAO), []);
        assert.equal((await answer("dismiss", second.requestId)).status, 0);
    });

    test("a Gateway that dies meanwhile: the request stays, cannot be answered, and can again when it is back", async () => {
        await world.sim.inject({ threadId: MAI, senderName: "Mai", content: "T-5 xin giá" });
        const before = await requestOf(MAI);
        await world.gateway.kill();
        const away = await waitFor("the Gateway is away", async () => (await requests()).find(({ connected }) => !connected));
        assert.equal(away.requestId, before.requestId);
        const refused = await answer("approve", MAI);
        assert.deepEqual([refused.status, /not connected/.test(refused.stderr)], [1, true], refused.stderr);
        await world.gateway.start();
        const back = await waitFor("the Gateway is back", async () => (await requests()).find(({ connected }) => connected), { seen: () => world.seen() });
        assert.deepEqual([back.requestId, back.createdAt, back.name], [before.requestId, before.createdAt, "Mai"]);
        const { status, stderr } = await answer("approve", MAI);
        assert.equal(status, 0, stderr);
        await world.sim.inject({ threadId: MAI, content: "T-6 cho hỏi tiếp" });
        await world.answered(MAI, "re: T-6");
    });
});
