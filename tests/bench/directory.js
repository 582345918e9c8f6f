// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// `openclaw directory peers list` of this plugin, beside a channel that needs no other program. Prints rows of README.md.

import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { World } from "../gateway/world.js";

const RUNS = 9;
/** What the plugin may add to a command. */
const OWN_MS = 50;
const run = promisify(execFile);

/**
 * Prints how long a fresh process takes to load the plugin and list the friends: all that the plugin itself adds to the command. Node's own
 * modules come before the clock runs: every command of OpenClaw has loaded them.
 */
const OWN = `
await Promise.all(["net", "crypto", "child_process", "util", "timers/promises", "fs/promises", "os", "path"].map((name) => import("node:" + name)));
const began = performance.now();
const { default: plugin } = await import(process.argv[1]);
plugin.register({ registrationMode: "full", config: {}, registerChannel() {}, registerTool() {} });
const peers = await plugin.channelPlugin.directory.listPeers({ cfg: { plugins: { entries: { zalouser: { config: { startCompanion: false } } } } } });
console.log(JSON.stringify({ ms: performance.now() - began, peers: peers.length }));
process.exit(0);
`;

const quantile = (samples, part) => samples.toSorted((a, b) => a - b)[Math.round(part * (samples.length - 1))];
const short = (value) => Number(value.toPrecision(4));

function row(name, samples, /** @type {{limit: number, beside?: number}} */ { limit, beside }) {
    const value = quantile(samples, 0.5);
    const spread = (quantile(samples, 0.9) - quantile(samples, 0.1)) / value;
    const fields = { name, value: short(value), unit: "ms", limit: short(limit), ratio: beside ? short(value / beside) : null, goal: null, met: value <= limit, n: samples.length, spread: short(spread) };
    console.log(JSON.stringify(fields));
}

async function timed(child) {
    const { status, output, started } = await child;
    if (status !== 0) throw new Error(output);
    return Date.now() - started;
}

const world = new World({ fresh: true });
try {
    await world.prepare();
    world.gateway.configure({ channels: { zalouser: { enabled: true }, telegram: { enabled: true, botToken: "123456:nobody", dmPolicy: "allowlist", allowFrom: ["111", "222"] } } });
    await world.online();
    const { node } = world.programs;
    const entry = path.resolve(import.meta.dirname, "../../extensions/zalouser/index.js");
    const env = { ...world.terminal, OPENCLAW_STATE_DIR: world.gateway.folder };
    const own = async () => {
        const { ms, peers } = JSON.parse((await run(node, ["--input-type=module", "--eval", OWN, entry], { env })).stdout);
        if (peers < 50) throw new Error(`${peers} friends are too few to be measured`);
        return ms;
    };
    const list = (channel) => timed(world.gateway.run("directory", "peers", "list", "--channel", channel, "--json"));
    const samples = { zalouser: [], telegram: [], own: [] };
    for (let n = -1; n < RUNS; ++n) {
        const one = { zalouser: await list("zalouser"), telegram: await list("telegram"), own: await own() };
        if (n >= 0) for (const [name, ms] of Object.entries(one)) samples[name].push(ms); // the first warms what the system keeps
    }
    const beside = quantile(samples.telegram, 0.5);
    row("directory", samples.zalouser, { limit: beside + OWN_MS, beside });
    row("directory own", samples.own, { limit: OWN_MS });
} finally {
    await world.close();
}
