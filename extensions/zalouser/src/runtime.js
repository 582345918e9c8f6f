// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import crypto from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** The manifest is the one source of the plugin's version and of its settings' schema. */
export const manifest = JSON.parse(fs.readFileSync(new URL("../openclaw.plugin.json", import.meta.url), "utf8"));

export const CHANNEL = "zalouser";

/**
 * What this process shares between several evaluations of the plugin: the Gateway loads channel and tool separately, and a reload
 * brings a new copy of this module beside the old one.
 * @type {import("./types.d.ts").Shared}
 */
export const shared = (globalThis[Symbol.for("zalo-companion.zalouser.shared")] ??= {});

/** Names this process among all that ever used the Gateway's state folder; a reload keeps it. */
export const processRunId = (shared.run ??= crypto.randomUUID());

/**
 * Takes over the runtime that the Gateway (or the command line) hands to the plugin.
 * @param {import("./types.d.ts").OpenClawPluginApi} api
 */
export function setRuntime(api) {
    shared.runtime = api.runtime;
    shared.config = () => /** @type {import("./types.d.ts").OpenClawConfig} */ (api.runtime?.config?.current?.() ?? api.config ?? {});
}

/** @returns {import("./types.d.ts").OpenClawConfig} */
export function currentConfig() {
    return shared.config?.() ?? {};
}

/**
 * What the Gateway offers to its plugins. Only code that the Gateway runs asks for it, so it is there.
 * @returns {import("./types.d.ts").PluginRuntime}
 */
export function runtime() {
    if (!shared.runtime) throw new Error("the plugin was not registered");
    return shared.runtime;
}

/** @returns {string} the Gateway's state folder */
export function stateDir() {
    return shared.runtime?.state?.resolveStateDir?.() ?? (process.env.OPENCLAW_STATE_DIR || path.join(os.homedir(), ".openclaw"));
}

/** The plugin's own settings: `plugins.entries.zalouser.config`. */
export function pluginSettings(cfg = currentConfig()) {
    /** @type {{socket?: string, startCompanion?: boolean}} */
    const settings = cfg?.plugins?.entries?.zalouser?.config ?? {};
    return { socket: settings.socket, startCompanion: settings.startCompanion !== false };
}
