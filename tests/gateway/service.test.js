// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// The Gateway as a systemd user service has it: a bare PATH, XDG_RUNTIME_DIR set or not. It must meet the companion all the same.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { OPEN, World } from "./world.js";

const SENDER = "391000000000000043";
const runUser = `/run/user/${process.getuid()}`;

describe("the Gateway as a service", () => {
    let world;

    before(async () => {
        world = new World();
        await world.prepare(OPEN);
        await world.sim.ctl("login");
    });
    after(() => world.close());

    test("a bare PATH, XDG_RUNTIME_DIR set", async () => {
        await world.companion.start();
        await world.gateway.start(world.service);
        await meets(world, "T-1");
        await world.gateway.stop();
        await world.companion.stop();
    });

    test("a bare PATH, XDG_RUNTIME_DIR not set; the plugin starts the companion outside the Gateway's group", async (t) => {
        if (fs.existsSync(path.join(runUser, "zalo-companion"))) return t.skip(`a companion of this machine's user lives in ${runUser}`);
        const { XDG_RUNTIME_DIR: _, ...bare } = world.service;
        // The usual place of a user's programs, which a service does not have on its PATH. (No ZALO_… variable here: OpenClaw would
        // take it for a setting of its channel "zalo" and try to install that one's plugin.)
        const usual = path.join(bare.HOME, ".local/bin");
        fs.mkdirSync(usual, { recursive: true });
        fs.symlinkSync(world.programs.companion, path.join(usual, "zalo-companion"));
        fs.symlinkSync(world.programs.sim, path.join(usual, "zca"));
        world.gateway.configure({ plugins: { entries: { zalouser: { enabled: true, config: { startCompanion: true } } } } });
        const service = { ...bare, ZCA_SIM_HOME: world.zalo.ZCA_SIM_HOME };
        world.companion.env = service;
        await world.gateway.start(service);
        await meets(world, "T-2");
        const { companion } = await world.companion.status();
        assert.notEqual(groupOf(companion.pid), groupOf(world.gateway.process.child.pid));
        await world.gateway.stop();
        assert.equal((await world.companion.command("quit")).status, 0);
    });
});

/** The Gateway reports that it works, and a message goes through the model and back. */
async function meets(world, marker) {
    await world.gateway.connected();
    await world.sim.ctl("wait", "listener");
    assert.match((await world.gateway.probe()).line, /works/);
    await world.sim.inject({ threadId: SENDER, content: `${marker} xin chào` });
    await world.answered(SENDER, `re: ${marker}`);
    assert.equal((await world.gateway.tool({ action: "status" })).authenticated, true);
}

const groupOf = (pid) => fs.readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "").split(" ")[2];
