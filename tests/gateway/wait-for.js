// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { setTimeout as sleep } from "node:timers/promises";

/**
 * Looks again and again until `condition` gives something truthy, and gives that back. What it was waiting for is the message of
 * its failure, together with what `seen` says then.
 * @param {string} what
 * @param {() => any} condition
 * @param {{seconds?: number, seen?: () => string | Promise<string>}} [options]
 * @returns {Promise<any>}
 */
export async function waitFor(what, condition, { seconds = 300, seen = () => "" } = {}) {
    const deadline = Date.now() + seconds * 1000;
    for (;;) {
        const value = await condition();
        if (value) return value;
        if (Date.now() > deadline) throw new Error(`waited ${seconds} s in vain for ${what}. ${await seen()}`);
        await sleep(100);
    }
}
