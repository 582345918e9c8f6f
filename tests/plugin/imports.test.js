// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// The direction of imports between the plugin's folders.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";

const SOURCES = path.resolve(import.meta.dirname, "../../extensions/zalouser/src");

/** Lowest first: a file may import from its own layer and from those before it. */
const LAYERS = ["timing.js", "runtime.js", "host-differences.js", "foreign-text.js", "process-list.js", "bridge", "account", "outbound", "inbound"];
/** The entry points stand on all folders. */
const ENTRY_POINTS = ["directory.js", "security.js", "tool.js", "actions.js", "setup", "channel.js"];
const ORDER = [...LAYERS, ...ENTRY_POINTS];

const files = fs.readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
const layerOf = (file) => ORDER.indexOf(file.split(path.sep)[0]);

/** Every module that a file imports of the plugin's own, as a path below SOURCES; static and dynamic, without types. */
function importsOf(file) {
    const text = fs.readFileSync(path.join(SOURCES, file), "utf8");
    return [...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)"(\.[^"]*)"/g)].map(([, target]) => path.relative(SOURCES, path.resolve(SOURCES, path.dirname(file), target))).filter((target) => target.endsWith(".js"));
}

test("every source file belongs to a layer", () => {
    assert.deepEqual(files.filter((file) => layerOf(file) < 0), []);
    assert.ok(files.length > 30, "the sources were found");
});

test("no import points upward, so the folders form no cycle", () => {
    const upward = files.flatMap((file) => importsOf(file).filter((target) => layerOf(target) > layerOf(file)).map((target) => `${file} imports ${target}`));
    assert.deepEqual(upward, []);
});

test("no file imports itself through others", () => {
    const graph = new Map(files.map((file) => [file, importsOf(file)]));
    const done = new Set();
    const cycles = [];
    const visit = (file, trail) => {
        if (trail.includes(file)) return cycles.push([...trail.slice(trail.indexOf(file)), file].join(" -> "));
        if (done.has(file)) return undefined;
        graph.get(file).forEach((target) => visit(target, [...trail, file]));
        return done.add(file);
    };
    files.forEach((file) => visit(file, []));
    assert.deepEqual(cycles, []);
});
