// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import crypto from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { copyPreparedHome } from "./prepared-home.js";
import { Child } from "./process.js";
import { waitFor } from "./wait-for.js";

const PLUGIN = path.resolve(import.meta.dirname, "../../extensions/zalouser");

/** A fresh OpenClaw of one HOME: its command line and its Gateway. */
export class Gateway {
    /**
     * @param {{node: string, openclaw: string}} programs
     * @param {NodeJS.ProcessEnv} env what the user's terminal has
     */
    constructor(programs, env) {
        this.typed = []; // what was run to its end: [the command as one types it, how it ended]
        this.programs = programs;
        this.env = env;
        this.folder = path.join(env.HOME, ".openclaw");
        this.configFile = path.join(this.folder, "openclaw.json");
        this.token = "token-of-the-tests";
    }

    /** The same as install(), by a copy of what was prepared where that is possible. */
    async prepare() {
        if (!copyPreparedHome(path.dirname(this.env.HOME))) return await this.install();
        await this.reserve();
        this.configure({ gateway: { port: this.port } });
    }

    /** Writes the smallest configuration and installs the plugin from a folder or a tarball, as the README says: the plugin first, its channel then. */
    async install(plugin = PLUGIN) {
        fs.mkdirSync(this.folder, { recursive: true, mode: 0o700 });
        await this.reserve();
        // Nobody opens the Control UI here; unpacking its files would take seconds of each first start.
        this.configure({ gateway: { mode: "local", bind: "loopback", port: this.port, auth: { mode: "token", token: this.token }, controlUi: { enabled: false } } });
        await this.ok("plugins", "install", plugin, "--force", "--accept-capabilities");
        this.configure({ channels: { zalouser: { enabled: true, dmPolicy: "pairing" } } });
    }

    /** Gives the installed plugin other times than timing.js has, for the Gateway and for commands that start from now on. */
    setTiming(times) {
        fs.appendFileSync(path.join(this.folder, "extensions/zalouser/src/timing.js"), `\nObject.assign(timing, ${JSON.stringify(times)});\n`);
    }

    /** Picks the port that its configuration is to name. */
    async reserve() {
        this.port = await freePort();
    }

    /** Its configuration file, as it is now. */
    get config() {
        return JSON.parse(fs.readFileSync(this.configFile, "utf8"));
    }

    /** Merges members into the configuration, one level below the top. */
    configure(more) {
        const config = fs.existsSync(this.configFile) ? this.config : {};
        for (const [name, value] of Object.entries(more)) config[name] = { ...config[name], ...value };
        fs.writeFileSync(this.configFile, JSON.stringify(config, null, 2));
    }

    /** Starts `openclaw …` and returns the running child. */
    begin(...args) {
        return new Child(this.programs.node, [this.programs.openclaw, ...args], { env: this.env });
    }

    /** `openclaw …` to its end. */
    async run(...args) {
        const child = await this.begin(...args).ended;
        this.typed.push([`openclaw ${args.join(" ")}`, child.status]);
        return child;
    }

    /** The same; it must succeed. */
    async ok(...args) {
        const child = await this.run(...args);
        assert.equal(child.status, 0, `openclaw ${args.join(" ")}: ${child.output}`);
        return child;
    }

    /** One request to the running Gateway: a tenth of what a command costs that loads the plugin. */
    async call(method, params) {
        return JSON.parse((await this.ok(...callArguments(method, params))).stdout);
    }

    /** The same; false where the Gateway refuses it. */
    async accepts(method, params) {
        return (await this.run(...callArguments(method, params))).status === 0;
    }

    /** Starts the Gateway itself, with an environment of its own where one is given, and waits until it is ready. */
    async start(env = this.env) {
        await this.stop(); // one that a failed test left behind
        this.process = new Child(this.programs.node, [this.programs.openclaw, "gateway", "run"], { env, seconds: 0 });
        await waitFor("the Gateway", () => !this.process.running || this.isReady(), { seconds: 300, seen: () => this.process.output });
        assert.ok(this.process.running, `the Gateway ended: ${this.process.output}`);
    }

    /** False also while it ends. */
    async isReady() {
        try {
            const answer = await fetch(`http://127.0.0.1:${this.port}/readyz`);
            return /** @type {any} */ (await answer.json()).ready === true;
        } catch {
            return false;
        }
    }

    stop() {
        return this.process?.stop();
    }

    kill() {
        return this.process.stop("SIGKILL");
    }

    /** The agent's tool through HTTP, as anybody with the token may call it; gives its details. */
    async tool(args) {
        const answer = await fetch(`http://127.0.0.1:${this.port}/tools/invoke`, {
            method: "POST",
            headers: { authorization: `Bearer ${this.token}`, "content-type": "application/json" },
            body: JSON.stringify({ tool: "zalouser", args }),
        });
        const { ok, result } = /** @type {any} */ (await answer.json());
        assert.equal(ok, true, `the tool was refused: ${answer.status}`);
        return result.details;
    }

    /** The line of the account in `channels status --probe`. */
    async probe() {
        const { stdout } = await this.ok("channels", "status", "--probe");
        return { line: stdout.split("\n").find((line) => line.startsWith("- Zalo Personal")) ?? "", stdout };
    }

    /** Waits until the account is connected to the companion. */
    connected() {
        return waitFor("the plugin's connection", () => this.process.output.includes("connected to Zalo Companion"), { seen: () => this.process.output.slice(-4000) });
    }
}

const callArguments = (method, params) => ["gateway", "call", method, "--json", "--params", JSON.stringify(params)];

/**
 * A port for a Gateway and the ones above it that it takes for itself. It lies below those that the system gives to outgoing
 * connections, so that it is still free when the Gateway comes back.
 */
async function freePort() {
    for (;;) {
        const port = crypto.randomInt(1000, 1600) * 20;
        if (await isFree(port)) return port;
    }
}

function isFree(port) {
    return new Promise((resolve) => {
        const server = net.createServer();
        server.once("error", () => resolve(false));
        server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
    });
}
