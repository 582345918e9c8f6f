// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// OpenClaw with the plugin installed, made once for all test files (Node's --test-global-setup) and copied into each world. Beside
// it lies the cache of compiled modules that all worlds share. Without the setup, a world makes its own.

import fs from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";

const VARIABLE = "ZALO_TEST_PREPARED_WORLD";
const COMPILE_CACHE = "tmp/node-compile-cache";
/** Of the plugin and of single runs: each world has its own. */
const NOT_COPIED = ["zalouser", "tmp", "openclaw.json.bak"];

let prepared;

export async function globalSetup() {
    const { World } = await import("./world.js");
    prepared = new World();
    try {
        await prepared.gateway.install();
        // The first start of a Gateway sets up its state and fills most of the compile cache.
        await prepared.gateway.start();
        await prepared.gateway.stop();
    } catch (error) {
        await globalTeardown();
        throw error;
    }
    process.env[VARIABLE] = prepared.root;
}

export async function globalTeardown() {
    await prepared?.close();
}

/** Lets a world's OpenClaw use the compile cache of all, where there is one. OpenClaw looks for it in the temporary folder. */
export function shareCompileCache(root) {
    const shared = process.env[VARIABLE];
    if (shared) fs.symlinkSync(path.join(shared, COMPILE_CACHE), path.join(root, COMPILE_CACHE));
}

/** Lets a world of another version use the compile cache that lies beside that version, from run to run. */
export function keepCompileCache(root, openclaw) {
    const kept = path.join(openclaw, "compile-cache");
    fs.mkdirSync(kept, { recursive: true });
    fs.symlinkSync(kept, path.join(root, COMPILE_CACHE));
}

/**
 * Copies the prepared state folder.
 * @param {string} root of the world
 * @returns {boolean} false where none was prepared
 */
export function copyPreparedHome(root) {
    const shared = process.env[VARIABLE];
    if (!shared) return false;
    const [from, to] = [shared, root].map((one) => path.join(one, "home/.openclaw"));
    fs.cpSync(from, to, { recursive: true, filter: (file) => !NOT_COPIED.includes(path.relative(from, file)) });
    movePaths(path.join(to, "state/openclaw.sqlite"), shared, root);
    return true;
}

/** OpenClaw's database names files by their absolute paths. */
function movePaths(file, from, to) {
    const db = new DatabaseSync(file);
    const all = (sql, ...values) => db.prepare(sql).all(...values);
    for (const { name: table } of all("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")) {
        for (const { name: column, type } of all("SELECT name, type FROM pragma_table_info(?)", table)) {
            if (type === "TEXT") db.prepare(`UPDATE "${table}" SET "${column}" = replace("${column}", ?, ?) WHERE instr("${column}", ?) > 0`).run(from, to, from);
        }
    }
    db.close();
}
