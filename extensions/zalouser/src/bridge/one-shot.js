// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { openCompanion } from "./connect.js";
import { host, manifest, ownSettings, stateDir } from "../runtime.js";
import { socketPath } from "./socket-path.js";
import { startCompanion } from "./start-companion.js";

/** Where this process finds the companion. */
export function place(cfg) {
    return { path: socketPath({ configured: ownSettings(cfg).socket }), stateDir: stateDir(), plugin: manifest.version };
}

/**
 * Opens a connection; starts the companion first where nothing answers and the settings allow it. A probe only looks: it never starts anything.
 */
export async function openOrStart(cfg, options) {
    const where = place(cfg);
    try {
        return await openCompanion({ ...where, ...options });
    } catch (error) {
        if (error?.kind !== "notRunning" || options.role === "probe" || options.mayStart === false) throw error;
        await startCompanion(where.path, { allowed: ownSettings(cfg).startCompanion, cause: error });
        return await openCompanion({ ...where, ...options });
    }
}

/**
 * Runs `use(call, hub)` on the Gateway's live connection where this process has one, else on a brief one that is closed afterwards.
 * `call(method, params, options)` is RpcChannel.call; `hub.onNotification(listener)` gives the notifications and returns its undo;
 * `hub.protocol` is what the companion speaks.
 */
export async function withCompanion(cfg, use, { role = "cli" } = {}) {
    const live = host.link?.current?.();
    if (live) return await use(live.call, live);
    const listeners = new Set();
    const { channel, protocol } = await openOrStart(cfg, {
        role,
        onNotification: (method, params) => listeners.forEach((listener) => listener(method, params)),
        onClose: (error) => listeners.forEach((listener) => listener("closed", { error })),
    });
    const call = (method, params, options) => channel.call(method, params, options);
    const hub = {
        call,
        protocol,
        onNotification: (listener) => {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
    };
    try {
        return await use(call, hub);
    } finally {
        listeners.clear();
        channel.close();
    }
}

/** One request to the companion for one account. */
export function ask(cfg, account, method, params = {}, options = {}) {
    return withCompanion(cfg, (call) => call(method, { profile: account.profile, ...params }, options), options);
}
