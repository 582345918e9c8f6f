// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { timing } from "../../../extensions/zalouser/src/timing.js";
import { FakeCompanion } from "./fake-companion.js";

/**
 * The configuration of a Gateway with this channel, whose plugin starts no companion.
 * @type {any}
 */
export const CFG = { channels: { zalouser: {} }, plugins: { entries: { zalouser: { config: { startCompanion: false } } } } };

const SHIPPED = { ...timing };

/** A temporary folder with a socket path and a Gateway's state folder, removed when the test ends. */
export function tempFixture(t) {
    const root = fs.mkdtempSync(path.join(os.tmpdir(), "zp-"));
    t.after(() => fs.rmSync(root, { recursive: true, force: true }));
    const stateDir = path.join(root, "state");
    fs.mkdirSync(stateDir);
    return { root, stateDir, path: path.join(root, "run/bridge.sock"), plugin: "0.0.0" };
}

/** A fake companion at a fixture's socket. */
export async function fakeCompanionAt(t, place) {
    const fake = await new FakeCompanion(place.path).listen();
    t.after(() => fake.close());
    return fake;
}

/** A fake companion at the path where the plugin looks by default, with a fresh state folder. */
export async function fakeCompanionAtDefault(t) {
    const place = tempFixture(t);
    process.env.OPENCLAW_ZALOUSER_SOCKET = place.path;
    process.env.OPENCLAW_STATE_DIR = place.stateDir;
    return await fakeCompanionAt(t, place);
}

/**
 * Replaces times of the plugin until the test ends.
 * @param {import("node:test").TestContext} t
 * @param {Partial<typeof timing>} times
 */
export function setTiming(t, times) {
    Object.assign(timing, times);
    t.after(() => Object.assign(timing, SHIPPED));
}

/** Waits for a condition; the test's time limit bounds it. */
export async function until(condition) {
    while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
