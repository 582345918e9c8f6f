// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

/** A connection that held this long was a good one; what befalls it afterwards is news. */
export const CALM_MS = 10000;
/** Different lines about one bad time. */
const MOST_LINES = 20;

/**
 * Writes an account's connection into the Gateway's log: each distinct trouble once, however often the connection is tried again, also
 * where it comes up and breaks in turns.
 * @param {(level: "info"|"warn", words: string) => void} write
 */
export function createDiary(write, calmMs = CALM_MS) {
    const told = new Set();
    let timer;
    const calm = () => {
        told.clear();
        write("info", "connected to Zalo Companion");
    };
    let broken = false; // the last connection broke early
    let since;
    return {
        up: () => {
            since = Date.now();
            if (broken) timer = setTimeout(calm, calmMs).unref();
            else calm();
        },
        down: ({ message }) => {
            clearTimeout(timer);
            if (since !== undefined) broken = Date.now() - since < calmMs;
            since = undefined;
            if (told.has(message) || told.size >= MOST_LINES) return;
            told.add(message);
            write("warn", message);
        },
        stop: () => clearTimeout(timer),
    };
}
