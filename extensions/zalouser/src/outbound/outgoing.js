// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import crypto from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import { processRunId, stateDir } from "../runtime.js";
import { timing } from "../timing.js";

const root = () => path.join(stateDir(), "zalouser", "outgoing");
const RUN = processRunId.slice(0, 8);

/** Makes a private folder for one file on its way to Zalo; its name tells which process may still use it. */
export async function outgoingFolder() {
    const folder = path.join(root(), `${process.pid}.${RUN}.${crypto.randomUUID()}`);
    await fs.mkdir(folder, { recursive: true, mode: 0o700 });
    return folder;
}

/** Removes what killed processes left: people's pictures do not stay on the disk. */
export async function sweepOutgoing() {
    for (const name of await fs.readdir(root()).catch(() => [])) {
        const folder = path.join(root(), name);
        if (!(await isInUse(name, folder))) await fs.rm(folder, { recursive: true, force: true });
    }
}

async function isInUse(name, folder) {
    const [, pid, run] = /^(\d+)\.([0-9a-f]+)\./.exec(name) ?? [];
    if (!pid) return false; // of a version before these names
    if (Number(pid) === process.pid) return run === RUN;
    // The number may be another program's by now.
    const { mtimeMs } = await fs.stat(folder);
    return isRunning(Number(pid)) && Date.now() - mtimeMs < timing.outgoingMaxAgeMs;
}

function isRunning(pid) {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return error.code === "EPERM";
    }
}
