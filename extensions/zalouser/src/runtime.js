// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import crypto from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** The manifest is the single source of the plugin's version and of its settings' schema. */
export const manifest = JSON.parse(fs.readFileSync(new URL("../openclaw.plugin.json", import.meta.url), "utf8"));

export const CHANNEL = "zalouser";

/**
 * State shared between several evaluations of the plugin in this process: the Gateway loads channel and tool separately, and a reload
 * evaluates this module again beside the old copy.
 * @type {import("./types.d.ts").Shared}
 */
export const shared = (globalThis[Symbol.for("zalo-companion.zalouser.shared")] ??= {});

/** Identifies this process among all that use the Gateway's state folder; a reload keeps it. */
export const processRunId = (shared.run ??= crypto.randomUUID());

/**
 * Stores the runtime that the Gateway (or the command line) passes to the plugin.
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
 * The runtime that the Gateway offers to its plugins. It is set before any code that needs it runs.
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
    /** @type {{socket?: string, startCompanion?: boolean, companion?: string}} */
    const settings = cfg?.plugins?.entries?.zalouser?.config ?? {};
    return { socket: settings.socket, startCompanion: settings.startCompanion !== false, companion: settings.companion };
}
