// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// `zalo-companion setup-gateway` on OpenClaw as its users have it: with a configuration that somebody wrote by hand.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { run } from "./process.js";
import { World } from "./world.js";

const PLUGIN = path.resolve(import.meta.dirname, "../../extensions/zalouser");
const { version } = JSON.parse(fs.readFileSync(path.join(PLUGIN, "package.json"), "utf8"));

const handWritten = (port) => `// The shop's Gateway. {
{
  gateway: { mode: 'local', bind: "loopback", port: ${port}, // not the usual one
    auth: { mode: "token", token: "token-of-the-tests" } },
  /* channels: { none yet } */
  agents: { defaults: {} },
}
`;

describe("setup-gateway with a Gateway that runs and a configuration written by hand", () => {
    let world;
    let text;

    before(async () => {
        world = new World({ fresh: true });
        await world.model.start();
        await world.sim.ctl("login");
        text = await writeConfig(world, handWritten);
        fs.chmodSync(world.gateway.configFile, 0o640);
        await world.gateway.start();
    });
    after(() => end(world));

    test("the plan is shown, and without a yes nothing is done", async () => {
        const { status, stdout } = await setup(world);
        assert.equal(status, 3, stdout);
        for (const step of ["Install the plugin zalouser", "Enable the channel zalouser", "Start Zalo Companion", "--yes"]) assert.ok(stdout.includes(step), stdout);
        assert.equal(config(world), text);
        assert.equal(fs.existsSync(extension(world)), false);
    });

    test("--yes installs, enables, starts and proves; comments and order stay byte for byte", async () => {
        const { status, output } = await setup(world, "--yes");
        assert.equal(status, 0, output);
        assert.match(output, /The Gateway is connected to Zalo Companion\./);
        const now = config(world);
        assert.ok(now.startsWith(text.slice(0, -"}\n".length)) && now.endsWith("}\n"), now);
        assert.match(now, /zalouser: \{\n {6}enabled: true,\n {6}dmPolicy: "pairing"\n/);
        assert.equal(fs.statSync(world.gateway.configFile).mode & 0o777, 0o640);
        assert.doesNotMatch(output, /token-of-the-tests/);
        const [gateway] = (await world.companion.status()).bridge.gateways;
        assert.deepEqual([gateway.connected, gateway.plugin, gateway.pluginOutdated], [true, version, false]);
    });

    test("what is kept for undo is its owner's alone", () => {
        const folder = path.join(world.terminal.HOME, ".local/state/zalo-companion");
        const [journal] = fs.readdirSync(folder).filter((name) => name.startsWith("gateway-setup-"));
        assert.equal(fs.statSync(path.join(folder, journal)).mode & 0o777, 0o600);
    });

    test("a second run says that all is done, and touches nothing", async () => {
        const { mtimeMs, ino } = fs.statSync(world.gateway.configFile);
        const { status, output } = await setup(world);
        assert.equal(status, 0, output);
        assert.match(output, /nothing is changed/);
        const now = fs.statSync(world.gateway.configFile);
        assert.deepEqual([now.mtimeMs, now.ino], [mtimeMs, ino]);
    });

    test("a plugin that differs is updated; the configuration keeps its form", async () => {
        const was = config(world);
        fs.appendFileSync(path.join(extension(world), "index.js"), "// of an older version\n");
        const { status, output } = await setup(world, "--yes");
        assert.equal(status, 0, output);
        assert.match(output, /Update the plugin zalouser/);
        assert.equal(config(world), was);
        assert.equal(fs.readFileSync(path.join(extension(world), "index.js"), "utf8"), fs.readFileSync(path.join(PLUGIN, "index.js"), "utf8"));
    });

    test("--undo brings the very bytes back, and OpenClaw leaves them alone", async () => {
        const { status, output } = await setup(world, "--undo", "--yes");
        assert.equal(status, 0, output);
        await world.gateway.ok("config", "validate");
        assert.equal(config(world), text);
        assert.equal(fs.statSync(world.gateway.configFile).mode & 0o777, 0o640);
        assert.equal(fs.existsSync(extension(world)), false);
    });

    test("there is nothing to undo twice", async () => {
        const { status, stdout } = await setup(world, "--undo", "--yes", "--json");
        assert.equal(status, 1);
        assert.equal(JSON.parse(stdout).error.kind, "nothingToUndo");
    });
});

describe("setup-gateway with another plugin of that name, and no Gateway", () => {
    let world;

    before(async () => {
        world = new World({ fresh: true });
        await world.model.start();
        await writeConfig(world, (port) => JSON.stringify({ gateway: { mode: "local", bind: "loopback", port, auth: { mode: "token", token: "t" } } }, null, 2));
        const other = path.join(world.root, "zalouser");
        fs.cpSync(PLUGIN, other, { recursive: true });
        const manifest = path.join(other, "package.json");
        fs.writeFileSync(manifest, JSON.stringify({ ...JSON.parse(fs.readFileSync(manifest, "utf8")), name: "@openclaw/zalouser", version: "9.9.9" }));
        await world.gateway.ok("plugins", "install", other, "--force", "--accept-capabilities");
        world.gateway.configure({ channels: { zalouser: { enabled: false, dmPolicy: "open", allowFrom: ["*"] } } });
    });
    after(() => end(world));

    test("it is named, and replaced with the user's yes; the channel's own settings stay", async () => {
        const before = fs.readFileSync(world.gateway.configFile, "utf8");
        const { stdout } = await setup(world, "--json");
        const plan = JSON.parse(stdout);
        assert.deepEqual(plan.steps.filter(({ needed }) => needed).map(({ step }) => step), ["keepConfig", "removeOther", "installPlugin", "enableChannel", "startCompanion", "checkConnection"]);
        assert.match(plan.steps[1].title, /@openclaw\/zalouser 9\.9\.9/);
        const { status, output } = await setup(world, "--yes");
        assert.equal(status, 0, output);
        assert.match(output, /The plugin reaches Zalo Companion\. The Gateway itself is not running/);
        assert.equal(JSON.parse(fs.readFileSync(path.join(extension(world), "package.json"), "utf8")).name, "@zalo-companion/zalouser");
        assert.equal(config(world), before.replace('"enabled": false', '"enabled": true'));
    });

    test("--undo after a change of the user's takes out our edit only", async () => {
        const changed = config(world).replace('"token": "t"', '"token": "u"');
        fs.writeFileSync(world.gateway.configFile, changed);
        const { status, output } = await setup(world, "--undo", "--yes");
        assert.equal(status, 0, output);
        assert.match(output, /openclaw plugins install @openclaw\/zalouser@9\.9\.9/);
        assert.equal(config(world), changed.replace('"enabled": true,\n      "dmPolicy"', '"enabled": false,\n      "dmPolicy"'));
    });
});

describe("setup-gateway where it must not", () => {
    let world;

    before(async () => {
        world = new World({ fresh: true });
        await world.model.start();
    });
    after(() => end(world));

    /** @type {[string, string, RegExp][]} */
    const refused = [
        ["an include", "{ $include: './more.json5' } // mine\n", /\$include/],
        ["no JSON5", "{ gateway: {\n", /openclaw\.json:2/],
        ["a channel that is denied", "{ gateway: { mode: 'local' }, plugins: { deny: ['zalouser'] } }", /plugins\.deny/],
    ];
    for (const [what, text, pattern] of refused) {
        test(`${what}: says why in one line, and changes nothing`, async () => {
            await writeConfig(world, () => text);
            fs.writeFileSync(path.join(world.gateway.folder, "more.json5"), "{ gateway: { mode: 'local' } }");
            const { status, stdout, stderr } = await setup(world, "--yes");
            assert.equal(status, 1, stdout);
            assert.match(stderr.trim(), pattern);
            assert.equal(stderr.trim().split("\n").length, 1, stderr);
            assert.equal(config(world), text);
            assert.equal(fs.existsSync(extension(world)), false);
        });
    }

    test("no OpenClaw: what to do", async () => {
        const { status, stderr } = await run(world.programs.companion, ["setup-gateway"], { env: { ...world.companion.env, ZALO_COMPANION_OPENCLAW: "/nowhere/openclaw" }, seconds: 30 });
        assert.equal(status, 1);
        assert.match(stderr, /\/nowhere\/openclaw is not executable\. Set ZALO_COMPANION_OPENCLAW/);
    });
});

const setup = (world, ...options) => run(world.programs.companion, ["setup-gateway", ...options], { env: world.companion.env });
const config = (world) => fs.readFileSync(world.gateway.configFile, "utf8");
const extension = (world) => path.join(world.gateway.folder, "extensions/zalouser");

/** A configuration as its text stands there, with a free port. */
async function writeConfig(world, textFor) {
    await world.gateway.reserve();
    fs.mkdirSync(world.gateway.folder, { recursive: true, mode: 0o700 });
    const text = textFor(world.gateway.port);
    fs.writeFileSync(world.gateway.configFile, text);
    return text;
}

/** The setup's own companion is nobody's child. */
async function end(world) {
    await world.companion.command("quit");
    await world.close();
}
