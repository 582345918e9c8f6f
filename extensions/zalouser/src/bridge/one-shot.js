// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { connectToCompanion } from "./connect.js";
import { BridgeError, CODE } from "./errors.js";
import { missingText } from "./features.js";
import { shared, manifest, pluginSettings, stateDir } from "../runtime.js";
import { socketPath } from "./socket-path.js";
import { startCompanion } from "./start-companion.js";

/** How this process reaches the companion. */
export function endpoint(cfg) {
    return { path: socketPath({ configured: pluginSettings(cfg).socket }), stateDir: stateDir(), plugin: manifest.version };
}

/**
 * Connects; starts the companion first if it is not running and the settings allow it. A probe never starts anything.
 * @param {import("../types.d.ts").OpenClawConfig} cfg
 * @param {{role: "gateway"|"cli"|"probe", allowStart?: boolean, methods?: Record<string, (params: any) => unknown>,
 *   onNotification?: (method: string, params: any) => void, onClose?: (error: BridgeError) => void}} options
 */
export async function connectOrStart(cfg, options) {
    const at = endpoint(cfg);
    try {
        return await connectToCompanion({ ...at, ...options });
    } catch (error) {
        if (!(error instanceof BridgeError) || error.kind !== "notRunning" || options.role === "probe" || options.allowStart === false) throw error;
        const { startCompanion: allowed, companion } = pluginSettings(cfg);
        await startCompanion(at.path, { allowed, cause: error, program: companion });
        return await connectToCompanion({ ...at, ...options });
    }
}

/**
 * Runs `use(call, connection)` on the live connection of this Gateway process if there is one (and no `ownConnection` is wanted), else on a
 * short-lived one. `call` is
 * RpcChannel.call; `connection.onNotification(listener)` returns the function that removes the listener; `connection.protocol` is the
 * companion's protocol version, `connection.companion` what it is and lacks.
 * @param {import("../types.d.ts").OpenClawConfig} cfg
 * @param {(call: import("../types.d.ts").Call, connection: import("../types.d.ts").Connection) => Promise<T>} use
 * @param {{role?: "cli"|"probe", allowStart?: boolean, ownConnection?: boolean}} [options]
 * @returns {Promise<T>}
 * @template T
 */
export async function withCompanion(cfg, use, { role = "cli", allowStart = true, ownConnection = false } = {}) {
    const live = ownConnection ? undefined : shared.connectionManager?.current?.();
    if (live) return await use(live.call, live);
    /** @type {Set<import("../types.d.ts").NotificationListener>} */
    const listeners = new Set();
    const { channel, protocol, version, missing } = await connectOrStart(cfg, {
        role,
        allowStart,
        onNotification: (method, params) => listeners.forEach((listener) => listener(method, params)),
        onClose: (error) => listeners.forEach((listener) => listener("closed", { error })),
    });
    const call = (method, params, options) => channel.call(method, params, options);
    const connection = {
        call,
        protocol,
        companion: { version, missing },
        onNotification: (listener) => {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
    };
    try {
        return await use(call, connection);
    } finally {
        listeners.clear();
        channel.close();
    }
}

/**
 * One request to the companion for one account. One that it is too old for fails with words that say so.
 * @param {import("../types.d.ts").OpenClawConfig} cfg
 * @param {{profile: string}} account
 * @param {string} method
 * @param {object} [params]
 * @param {{timeoutMs?: number}} [options]
 * @returns {Promise<any>}
 */
export function request(cfg, account, method, params = {}, options = {}) {
    return withCompanion(cfg, (call, { companion }) => {
        if (companion?.missing.includes(method)) throw new BridgeError("method", missingText({ version: companion.version, missing: [method] }) ?? "", { code: CODE.method, data: { possiblySent: false } });
        return call(method, { profile: account.profile, ...params }, options);
    });
}
