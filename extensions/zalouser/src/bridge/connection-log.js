// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

/** A connection that held this long was a good one; what befalls it afterwards is news. */
export const STABLE_AFTER_MS = 10000;
/** Different lines about one bad time. */
const MAX_LINES = 20;

/**
 * Writes an account's connection into the Gateway's log: each distinct trouble once, however often the connection is tried again, also
 * where it comes up and breaks in turns.
 * @param {(level: "info"|"warn", text: string) => void} write
 */
export function createConnectionLog(write, stableAfterMs = STABLE_AFTER_MS) {
    /** @type {Set<string>} */
    const reported = new Set();
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const onStable = () => {
        reported.clear();
        write("info", "connected to Zalo Companion");
    };
    let broken = false; // the last connection broke early
    /** @type {number | undefined} */
    let since;
    return {
        connected: () => {
            since = Date.now();
            if (broken) timer = setTimeout(onStable, stableAfterMs).unref();
            else onStable();
        },
        disconnected: ({ message }) => {
            clearTimeout(timer);
            if (since !== undefined) broken = Date.now() - since < stableAfterMs;
            since = undefined;
            if (reported.has(message) || reported.size >= MAX_LINES) return;
            reported.add(message);
            write("warn", message);
        },
        stop: () => clearTimeout(timer),
    };
}
