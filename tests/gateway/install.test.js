// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// The plugin as people install it: from its folder, and from the tarball that npm would publish.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { run } from "./process.js";
import { World } from "./world.js";

const PLUGIN = path.resolve(import.meta.dirname, "../../extensions/zalouser");

describe("installing the plugin", () => {
    let world;

    before(async () => {
        world = new World({ fresh: true });
        await world.prepare(); // with `openclaw plugins install ./extensions/zalouser`
    });
    after(() => world.close());

    const installed = () => path.join(world.gateway.folder, "extensions/zalouser");
    /** OpenClaw has read the plugin's code and configuration, and finds nothing to say about them. */
    const isFaultless = async () => {
        const { plugin, diagnostics, install } = JSON.parse((await world.gateway.ok("plugins", "inspect", "zalouser", "--runtime", "--json")).stdout);
        assert.deepEqual([plugin.status, plugin.channelIds, plugin.toolNames, plugin.compat, diagnostics], ["loaded", ["zalouser"], ["zalouser"], [], []]);
        assert.match((await world.gateway.ok("plugins", "doctor")).output, /checks passed/);
        assert.match((await world.gateway.ok("config", "validate")).output, /Config valid/);
        const doctor = (await world.gateway.ok("doctor", "--non-interactive")).output.replace(/[│\s]+/g, " ");
        assert.doesNotMatch(doctor, /zalo/i, "doctor does not mention it");
        return install;
    };

    test("from the folder (option B of its page)", async () => {
        const { source, version } = await isFaultless();
        assert.deepEqual([source, version], ["path", JSON.parse(fs.readFileSync(path.join(PLUGIN, "package.json"), "utf8")).version]);
    });

    test("pnpm install in the folder brings nothing that the plugin runs with", async () => {
        const folder = path.join(world.root, "zalouser");
        fs.cpSync(PLUGIN, folder, { recursive: true });
        const { status, output } = await run("pnpm", ["install"], { cwd: folder, env: { ...world.terminal, CI: "1" } });
        assert.equal(status, 0, output);
        const { dependencies, optionalDependencies, peerDependencies } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
        assert.deepEqual([dependencies, optionalDependencies, peerDependencies], [undefined, undefined, undefined]);
    });

    test("from the tarball that npm publishes (option A)", async () => {
        const tarball = await pack();
        await world.gateway.ok("plugins", "uninstall", "zalouser", "--force");
        assert.ok(!fs.existsSync(installed()));
        await world.gateway.ok("plugins", "install", tarball, "--force", "--accept-capabilities");
        await world.gateway.ok("plugins", "enable", "zalouser"); // the removal had switched it off in the configuration
        world.gateway.configure({ channels: { zalouser: { enabled: true, dmPolicy: "pairing" } } });
        assert.equal((await isFaultless()).source, "archive");
        const files = (folder) => fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).toSorted();
        assert.deepEqual(files(installed()), files(PLUGIN), "the whole folder, and nothing else");
    });

    test("what came out of the tarball works", async () => {
        await world.online();
        await world.gateway.start();
        await world.gateway.connected();
        assert.match((await world.gateway.probe()).line, /health:Online.*works/);
    });

    async function pack() {
        const { status, stdout, stderr } = await run("npm", ["pack", "--silent", "--pack-destination", world.root], { cwd: PLUGIN, env: world.terminal });
        assert.equal(status, 0, stderr);
        return path.join(world.root, stdout.trim());
    }
});
