// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { timing } from "../timing.js";

/** Distinct lines per outage. */
const MAX_LINES = 20;

/**
 * Reports an account's connection in the Gateway's log: each distinct error once per outage, however often the connection is retried or
 * flaps.
 * @param {(level: "info"|"warn", text: string) => void} write
 */
export function createConnectionLog(write) {
    /** @type {Set<string>} */
    const reported = new Set();
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const onStable = () => {
        reported.clear();
        write("info", "connected to Zalo Companion");
    };
    let broken = false; // the last connection ended before it was stable
    /** @type {number | undefined} */
    let since;
    return {
        connected: () => {
            since = Date.now();
            if (broken) timer = setTimeout(onStable, timing.stableAfterMs).unref();
            else onStable();
        },
        disconnected: ({ message }) => {
            clearTimeout(timer);
            if (since !== undefined) broken = Date.now() - since < timing.stableAfterMs;
            since = undefined;
            if (reported.has(message) || reported.size >= MAX_LINES) return;
            reported.add(message);
            write("warn", message);
        },
        stop: () => clearTimeout(timer),
    };
}
