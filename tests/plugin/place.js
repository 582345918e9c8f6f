// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** A fresh folder for one test, with the socket's path and the Gateway's state folder in it; gone when the test ends. */
export function freshPlace(t) {
    const root = fs.mkdtempSync(path.join(os.tmpdir(), "zp-"));
    t.after(() => fs.rmSync(root, { recursive: true, force: true }));
    const stateDir = path.join(root, "state");
    fs.mkdirSync(stateDir);
    return { root, stateDir, path: path.join(root, "run/bridge.sock"), plugin: "0.0.0" };
}

/** Until something is true; the test's own time limit ends it otherwise. */
export async function until(condition) {
    while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
