// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// The plugin as people install it: from its folder, and from the tarball that npm would publish; side by side, each in a world of its own.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { run } from "./process.js";
import { World } from "./world.js";

const PLUGIN = path.resolve(import.meta.dirname, "../../extensions/zalouser");

const installed = (world) => path.join(world.gateway.folder, "extensions/zalouser");
const filesOf = (folder) => fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).toSorted();

/** Starts companion and Gateway: without a running Gateway, `doctor` looks for it for a minute. */
async function start(world) {
    await world.online();
    await world.gateway.start();
    await world.gateway.connected();
}

/** OpenClaw has read the plugin's code and configuration, and finds nothing to say about them; returns its record of the installation. */
async function checkFaultless({ gateway }) {
    const { plugin, diagnostics, install } = JSON.parse((await gateway.ok("plugins", "inspect", "zalouser", "--runtime", "--json")).stdout);
    assert.deepEqual([plugin.status, plugin.channelIds, plugin.toolNames, plugin.compat, diagnostics], ["loaded", ["zalouser"], ["zalouser"], [], []]);
    assert.match((await gateway.ok("plugins", "doctor")).output, /checks passed/);
    assert.match((await gateway.ok("config", "validate")).output, /Config valid/);
    const doctor = (await gateway.ok("doctor", "--non-interactive")).output.replace(/[│\s]+/g, " ");
    assert.match(doctor, /Doctor complete/);
    // Of every channel, as long as nobody is approved yet.
    const locked = /Zalo Personal DMs are locked: .* openclaw pairing approve zalouser <code>/;
    assert.doesNotMatch(doctor.replace(locked, ""), /zalo/i, "doctor does not mention it otherwise");
    return install;
}

describe("installing the plugin", { concurrency: 2 }, () => {
    describe("from the folder (option B of its page)", { concurrency: 1 }, () => {
        let world;

        before(async () => {
            world = new World({ fresh: true });
            await world.prepare({}, PLUGIN);
        });
        after(() => world.close());

        test("OpenClaw finds no fault with it", async () => {
            await start(world);
            const { source, version } = await checkFaultless(world);
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

        test("an OpenClaw that is too old for it refuses it, and says which version it takes", async () => {
            const folder = path.join(world.root, "newer");
            fs.cpSync(PLUGIN, folder, { recursive: true });
            const file = path.join(folder, "package.json");
            const { openclaw, ...rest } = JSON.parse(fs.readFileSync(file, "utf8"));
            fs.writeFileSync(file, JSON.stringify({ ...rest, openclaw: { ...openclaw, install: { minHostVersion: openclaw.install.minHostVersion.replace(/\d+/, "2099") } } }));
            const { status, output } = await world.gateway.run("plugins", "install", folder, "--force", "--accept-capabilities");
            assert.notEqual(status, 0, output);
            assert.match(output, /zalouser.*requires OpenClaw >=2099\./i);
        });

        test("uninstalling removes it", async () => {
            await world.gateway.stop();
            assert.ok(fs.existsSync(installed(world)));
            await world.gateway.ok("plugins", "uninstall", "zalouser", "--force");
            assert.ok(!fs.existsSync(installed(world)));
        });
    });

    describe("from the tarball that npm publishes (option A)", { concurrency: 1 }, () => {
        let world;

        before(async () => {
            world = new World({ fresh: true });
            await world.prepare({}, await pack(world));
        });
        after(() => world.close());

        test("the whole folder is installed, and nothing else", () => {
            assert.deepEqual(filesOf(installed(world)), filesOf(PLUGIN));
        });

        test("it works", async () => {
            await start(world);
            assert.match((await world.gateway.probe()).line, /health:Online.*works/);
        });

        test("OpenClaw finds no fault with it", async () => {
            assert.equal((await checkFaultless(world)).source, "archive");
        });
    });
});

/** The tarball, in the world's folder. */
async function pack({ root, terminal }) {
    const { status, stdout, stderr } = await run("npm", ["pack", "--silent", "--pack-destination", root], { cwd: PLUGIN, env: terminal });
    assert.equal(status, 0, stderr);
    return path.join(root, stdout.trim());
}
