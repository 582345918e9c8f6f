// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { BridgeError } from "./errors.js";
import { currentUid } from "./key-file.js";

/** sockaddr_un holds 108 bytes including the terminator. */
export const MAX_PATH_BYTES = 107;

const NAME = path.join("zalo-companion", "bridge.sock");

/**
 * The path of the bridge's socket by the rules of PROTOCOL.md "Transport", first match wins. A systemd service and a terminal have
 * different environments and must arrive at the same path. Variables that begin with `ZALO_` belong to the companion's own process: in the
 * Gateway's environment OpenClaw takes them for settings of its channel `zalo`.
 *
 * @param {{env?: NodeJS.ProcessEnv, configured?: string, uid?: number, ownerOf?: (folder: string) => number|undefined}} [at]
 *   `configured` is `plugins.entries.zalouser.config.socket`; `ownerOf` returns the uid of a folder, or undefined if there is none.
 */
export function socketPath({ env = process.env, configured, uid = currentUid(), ownerOf = ownerOfFolder } = {}) {
    const chosen = choose(env, configured, uid, ownerOf);
    const bytes = Buffer.byteLength(chosen);
    if (bytes > MAX_PATH_BYTES) {
        throw new BridgeError(
            "pathTooLong",
            `The path of Zalo Companion's socket has ${bytes} bytes, at most ${MAX_PATH_BYTES} fit: set plugins.entries.zalouser.config.socket to a shorter one, and ZALO_COMPANION_SOCKET where Zalo Companion starts.`,
        );
    }
    return chosen;
}

function choose(env, configured, uid, ownerOf) {
    if (isAbsolute(env.OPENCLAW_ZALOUSER_SOCKET)) return env.OPENCLAW_ZALOUSER_SOCKET;
    if (isAbsolute(configured)) return configured;
    // A logout without lingering removes the folder while both programs run on.
    if (isAbsolute(env.XDG_RUNTIME_DIR) && ownerOf(env.XDG_RUNTIME_DIR) !== undefined) return path.join(env.XDG_RUNTIME_DIR, NAME);
    const runUser = `/run/user/${uid}`;
    if (ownerOf(runUser) === uid) return path.join(runUser, NAME);
    return path.join(env.HOME || os.homedir(), ".local", "state", NAME);
}

const isAbsolute = (value) => typeof value === "string" && value.startsWith("/");

function ownerOfFolder(folder) {
    try {
        const stat = fs.statSync(folder);
        return stat.isDirectory() ? stat.uid : undefined;
    } catch {
        return undefined;
    }
}
