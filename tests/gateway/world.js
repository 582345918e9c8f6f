// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { CompanionProcess } from "./companion-process.js";
import { Gateway } from "./gateway.js";
import { Model } from "./model.js";
import { keepCompileCache, shareCompileCache } from "./prepared-home.js";
import { killProcessesOf } from "./process.js";
import { Simulator } from "./simulator.js";
import { waitFor } from "./wait-for.js";

/** Everybody may write to the agent. */
export const OPEN = { dmPolicy: "open", allowFrom: ["*"] };

const open = new Set();
process.once("exit", () => open.forEach((world) => world.remove()));

/** The programs under test, as ./dev names them; `openclaw` is the folder of another version than the newest. */
function programs(openclaw) {
    const { ZALO_COMPANION_BIN: companion, ZCA_SIM_BIN: sim, OPENCLAW_HOME_DIR: folder } = process.env;
    if (!companion || !sim || !folder) throw new Error("ZALO_COMPANION_BIN, ZCA_SIM_BIN and OPENCLAW_HOME_DIR are needed; ./dev test gateway sets them");
    return {
        companion: path.resolve(companion),
        sim: path.resolve(sim),
        node: path.join(folder, "node_modules/.bin/node"),
        openclaw: path.join(openclaw ?? folder, "node_modules/openclaw/openclaw.mjs"),
        nodeFolder: path.join(folder, "node_modules/.bin"),
    };
}

/**
 * A whole world of one user: home, run folder, simulated Zalo, companion, model, Gateway. Nothing of it touches the machine's real
 * user, and close() leaves nothing behind.
 */
export class World {
    /**
     * @param {object} [options]
     * @param {string} [options.companion] another program in the companion's place; the terminal's commands stay the real one's
     * @param {boolean} [options.fresh] OpenClaw as people get it: installed for this world, and with the plugins of its own, which take a
     * fifth of each start
     * @param {string} [options.openclaw] the folder of another version of OpenClaw, which is then installed for this world
     */
    constructor({ companion, fresh = false, openclaw } = {}) {
        this.isInstalled = fresh || openclaw !== undefined;
        this.programs = programs(openclaw);
        // Short, because a socket's path has at most 107 bytes.
        this.root = fs.mkdtempSync(path.join(os.tmpdir(), "zc-"));
        open.add(this);
        for (const name of ["home", "run", "tmp", "sim"]) fs.mkdirSync(path.join(this.root, name), { mode: 0o700 });
        if (openclaw) keepCompileCache(this.root, openclaw);
        else shareCompileCache(this.root);
        const base = { HOME: path.join(this.root, "home"), TMPDIR: path.join(this.root, "tmp"), LANG: "C.UTF-8", USER: os.userInfo().username };
        /** As a terminal of a desktop has it. */
        this.terminal = { ...base, PATH: `${this.programs.nodeFolder}:${process.env.PATH}`, XDG_RUNTIME_DIR: path.join(this.root, "run"), TERM: "xterm-256color", NO_COLOR: "1", ...(fresh ? {} : { OPENCLAW_DISABLE_BUNDLED_PLUGINS: "1" }) };
        /** As a systemd user service has it. */
        this.service = { ...base, PATH: "/usr/local/bin:/usr/bin:/bin", XDG_RUNTIME_DIR: path.join(this.root, "run") };
        this.zalo = { ZCA_SIM_HOME: path.join(this.root, "sim"), ZALO_COMPANION_ZCA: this.programs.sim };
        this.sim = new Simulator(this.programs.sim, { ...this.terminal, ...this.zalo });
        this.companion = new CompanionProcess(this.programs.companion, { ...this.terminal, ...this.zalo }, companion);
        this.gateway = new Gateway(this.programs, this.terminal);
        this.model = new Model();
    }

    /**
     * Everything up to a Gateway that is ready to be started, with the channel configured as `channel` says.
     * @param {object} [channel]
     * @param {string} [plugin] the folder or tarball that a fresh world installs
     */
    async prepare(channel = {}, plugin = undefined) {
        await this.model.start();
        await (this.isInstalled ? this.gateway.install(plugin) : this.gateway.prepare());
        this.gateway.configure(this.model.config);
        this.gateway.configure({ channels: { zalouser: { enabled: true, dmPolicy: "pairing", ...channel } } });
        // The stand-in model answers one question at a time; by default the Gateway would steer a second one into the first one's turn.
        this.gateway.configure({ messages: { queue: { mode: "followup", cap: 1000 } } });
        // A companion that is missing must be seen as missing, so only the tests that want it let the plugin start one.
        this.gateway.configure({ plugins: { entries: { zalouser: { enabled: true, config: { startCompanion: false } } } } });
    }

    /** The companion with an account that is logged in, connected and listening for the Gateway. */
    async online() {
        await this.sim.ctl("login");
        await this.companion.start();
    }

    /** All of it, with an account that listens; `channel` as for prepare(). */
    async running(channel) {
        await this.prepare(channel);
        await this.online();
        await this.gateway.start();
        // Once connected, so that the profile is adopted and the listener runs without a Gateway from now on.
        await this.gateway.connected();
        await this.sim.ctl("wait", "listener");
    }

    /** Lets the account send as fast as the settings allow; said before the companion starts. */
    hurry() {
        const folder = path.join(this.terminal.HOME, ".config/zalo-companion");
        fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
        fs.writeFileSync(path.join(folder, "settings.json"), JSON.stringify({ "relay/sends-per-minute": 60 }));
    }

    /** Waits until a thread got exactly this text. */
    answered(threadId, text) {
        return waitFor(`“${text}”`, async () => (await this.sim.textsTo(threadId)).includes(text), { seen: () => this.seen() });
    }

    /** What a failed wait reports. */
    async seen() {
        return `Asked: ${this.model.asked}. Outbox: ${JSON.stringify(await this.sim.outbox())}. Gateway:\n${this.gateway.process.output.slice(-3000)}`;
    }

    async close() {
        await Promise.all([this.gateway.stop(), this.companion.stop(), this.model.stop()]);
        this.remove();
    }

    /** The same at once, whatever state it is in. */
    remove() {
        open.delete(this);
        killProcessesOf(this.root);
        fs.rmSync(this.root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
}
