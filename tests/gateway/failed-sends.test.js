// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What a person was told of a send holds: failed is never sent later, queued goes out once, and only as who wrote it.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { waitFor } from "./wait-for.js";
import { World } from "./world.js";

const TO = "391000000000000061";
const MINH_ANH = "512345678901234567";
const QUEUED = /The message is queued, not failed: the Gateway sends it as soon as it can, so do not send it again \(Zalo Companion is not running/;

describe("sends that fail", () => {
    let world;

    before(async () => {
        world = new World();
        world.hurry();
        await world.prepare();
        await world.companion.start();
        await world.gateway.start();
        await world.gateway.connected();
    });
    after(() => world.close());

    const message = (text, ...more) => world.gateway.run("message", "send", "--channel", "zalouser", "--target", TO, "--message", text, ...more);
    /** A companion that starts on what `zca-sim ctl …` has done to the login. */
    const online = async (...done) => {
        await world.companion.stop();
        if (done.length > 0) await world.sim.ctl(...done);
        await world.companion.start();
        return await world.companion.until("the connection", ({ session, account }) => session.state === "Online" && account !== null);
    };
    const sent = () => world.sim.textsTo(TO);
    /** The first thing that a Gateway does is to send what waits in its queue; then this one. */
    const restartAndSend = async (text) => {
        await world.gateway.stop();
        await world.gateway.start();
        await world.gateway.connected();
        await waitFor(`“${text}” to be sent`, async () => (await message(text)).status === 0, { seen: () => world.seen() });
    };

    test("nobody is logged in: it fails in one sentence, and stays failed after the login", async () => {
        const { status, output } = await message("không gửi nữa");
        assert.notEqual(status, 0);
        assert.match(output, /Nobody is logged in|log in/i);
        assert.doesNotMatch(output, /queued|notLoggedIn|-32\d{3}|[A-Z]{4}_|\n\s+at /);
        await online("login");
        await restartAndSend("sau khi đăng nhập");
        assert.deepEqual(await sent(), ["sau khi đăng nhập"]);
    });

    test("a bad target, a blocked address and what Zalo refuses fail at once, and are not tried again", async () => {
        await world.sim.ctl("outbox", "clear");
        const nobody = await world.gateway.run("message", "send", "--channel", "zalouser", "--target", "Không Có Ai", "--message", "cho ai?");
        assert.notEqual(nobody.status, 0);
        assert.match(nobody.output, /Nobody and no group has the name “Không Có Ai”/);
        await world.sim.ctl("set", "refuse=Không thể nhận tin nhắn từ bạn.@msg.send@once");
        const refused = await message("bị chặn");
        assert.notEqual(refused.status, 0);
        assert.match(refused.output, /Không thể nhận tin nhắn từ bạn/);
        for (const { output } of [nobody, refused]) assert.doesNotMatch(output, /queued|-32\d{3}|\n\s+at /);
        const blocked = await message("ảnh", "--media", "http://127.0.0.1:9/anh.png");
        assert.notEqual(blocked.status, 0);
        assert.match(blocked.output, /The attachment cannot be sent/);
        assert.doesNotMatch(blocked.output, /queued/);
        await restartAndSend("tiếp");
        assert.deepEqual(await sent(), ["tiếp"]);
    });

    test("the companion is away: it is told as queued, and goes out once when both are back", async () => {
        await world.sim.ctl("outbox", "clear");
        await world.companion.stop();
        await world.gateway.stop();
        const { status, output } = await message("gửi sau");
        assert.notEqual(status, 0, "it was not sent yet");
        assert.match(output, QUEUED);
        await online();
        await world.gateway.start();
        await waitFor("the queued message", async () => (await sent()).includes("gửi sau"), { seen: () => world.seen() });
        await restartAndSend("xong");
        assert.deepEqual(await sent(), ["gửi sau", "xong"]);
    });

    test("after a login as somebody else nothing of the first is sent", async () => {
        await world.sim.ctl("outbox", "clear");
        await world.companion.stop();
        await world.gateway.stop();
        assert.match((await message("của người trước")).output, QUEUED);
        const { account } = await online("login", "Trần Quốc Bảo");
        assert.notEqual(account.userId, MINH_ANH);
        await restartAndSend("của người sau");
        assert.deepEqual(await sent(), ["của người sau"]);
    });
});
