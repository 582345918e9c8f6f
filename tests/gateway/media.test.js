// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Pictures and files, both ways.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { waitFor } from "./waitfor.js";
import { World } from "./world.js";

const LAN = "391000000000000061";
/** One red pixel. */
const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==", "base64");

describe("media", () => {
    let world;
    let workspace;

    before(async () => {
        world = new World();
        await world.prepare({ dmPolicy: "open", allowFrom: ["*"] });
        await world.online();
        await world.gateway.start();
        await world.gateway.connected();
        await world.sim.ctl("wait", "listener");
        workspace = path.join(world.gateway.folder, "workspace");
        fs.mkdirSync(workspace, { recursive: true });
    });
    after(() => world.close());

    const send = (...args) => world.gateway.run("message", "send", "--channel", "zalouser", "--target", LAN, ...args, "--json");
    const last = async () => (await world.sim.outbox()).filter(({ threadId }) => threadId === LAN).at(-1);

    test("message send --media: a picture of the agent's folder, with its caption; the message id comes back", async () => {
        const file = path.join(workspace, "Ảnh nhà.png");
        fs.writeFileSync(file, PNG);
        const { status, stdout, output } = await send("--media", file, "--message", "ảnh đây");
        assert.equal(status, 0, output);
        const entry = await last();
        assert.deepEqual([entry.kind, entry.text], ["image", "ảnh đây"]);
        assert.ok(stdout.includes(entry.msgId), stdout);
        assert.equal(fs.existsSync(entry.path), false, "the copy for the companion is gone");
    });

    test("message send --media: a document goes as a file under its name", async () => {
        const file = path.join(workspace, "bảng giá.pdf");
        fs.writeFileSync(file, "%PDF-1.4\n%%EOF\n");
        const { status, output } = await send("--media", file);
        assert.equal(status, 0, output);
        const entry = await last();
        assert.equal(entry.kind, "upload");
        assert.match(entry.path, /bảng giá.*\.pdf$/);
    });

    test("a file that the Gateway does not allow, and an address of this machine, are refused in words; nothing goes out", async () => {
        const before = (await world.sim.outbox()).length;
        for (const source of ["/etc/hostname", `http://127.0.0.1:${world.gateway.port}/x.png`]) {
            const { status, output } = await send("--media", source);
            assert.notEqual(status, 0, output);
            assert.doesNotMatch(output, /TypeError|at async/, source);
        }
        assert.match((await world.gateway.tool({ action: "image", threadId: LAN, url: `http://127.0.0.1:${world.gateway.port}/x.png` })).error, /cannot be sent/);
        assert.equal((await world.sim.outbox()).length, before);
    });

    test("a picture from Zalo reaches the model as a picture, and is answered", async () => {
        await world.sim.inject({ threadId: LAN, kind: "photo", content: "T-1 đây là gì?" });
        await world.answered(LAN, "re: T-1");
        assert.ok(world.model.pictures > 0, "the model was shown a picture");
    });
});
