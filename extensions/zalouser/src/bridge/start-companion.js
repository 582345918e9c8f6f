// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { execFile, spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { BridgeError } from "./errors.js";
import { timing } from "../timing.js";
import { socketPath } from "./socket-path.js";

const UNIT = "zalo-companion.service";
/** The environment variables that the companion needs. It must not inherit the rest (the Gateway's token, model keys). */
const PASSED_ON = /^(HOME|PATH|USER|LOGNAME|SHELL|LANG|LANGUAGE|LC_.*|TZ|TMPDIR|XDG_.*|DBUS_SESSION_BUS_ADDRESS|DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|(HTTPS?|NO)_PROXY|(https?|no)_proxy|SSL_CERT_.*|NODE_EXTRA_CA_CERTS|ZCA_SIM_.*|OPENZCA_.*|QT_.*)$/;
const run = promisify(execFile);

/**
 * Starts `zalo-companion --headless` outside the Gateway's process group and returns when its socket accepts. Throws a BridgeError that says
 * what to install or start if starting is not allowed or fails.
 * @param {string} socketFile where it has to appear
 * @param {{allowed: boolean, cause: BridgeError, program?: string, env?: NodeJS.ProcessEnv}} options `cause` is thrown where starting is not
 *   allowed; `program` is the configured one
 */
export async function startCompanion(socketFile, { allowed, cause, program: configured, env = process.env }) {
    if (!allowed) throw cause;
    if (fs.existsSync(path.join(stateFolder(env), "quit-by-user"))) {
        throw new BridgeError("notRunning", "Zalo Companion was quit by its user. Start it again: zalo-companion --headless");
    }
    const named = env.OPENCLAW_ZALOUSER_COMPANION || configured;
    const program = findCompanion(env, named);
    if (!program) {
        throw new BridgeError(
            "notInstalled",
            "Zalo Companion is not installed here (no zalo-companion on PATH). Install it, then start it: zalo-companion --headless",
        );
    }
    // The unit runs the installed program at the usual place.
    const isUsual = !named && socketPath({ env: passedOn(env) }) === socketFile;
    if (!(isUsual && (await startUnit(env)))) startDetached(program, env, socketFile);
    const deadline = Date.now() + timing.companionStartTimeoutMs;
    while (Date.now() < deadline) {
        if (await accepts(socketFile)) return;
        await sleep(timing.companionStartPollMs);
    }
    throw new BridgeError("notRunning", `Zalo Companion was started but does not answer. See why: ${program} --headless`);
}

/** The program: the one that was named, else PATH's, then the usual folders' (a systemd service has a minimal PATH). */
export function findCompanion(env = process.env, named = "") {
    if (named) return isProgram(named) ? named : undefined;
    const home = env.HOME || os.homedir();
    const folders = [...(env.PATH ?? "").split(path.delimiter), path.join(home, ".local/bin"), "/usr/local/bin", "/usr/bin"];
    return folders
        .filter((folder) => path.isAbsolute(folder))
        .map((folder) => path.join(folder, "zalo-companion"))
        .find(isProgram);
}

/** The user's systemd unit is preferred where it is installed: it logs to the journal and restarts the companion. */
async function startUnit(env) {
    if (!env.XDG_RUNTIME_DIR) return false;
    try {
        await run("systemctl", ["--user", "cat", UNIT], { timeout: timing.unitQueryTimeoutMs, env });
        await run("systemctl", ["--user", "start", UNIT], { timeout: timing.unitStartTimeoutMs, env });
        return true;
    } catch {
        return false; // no systemd, no unit, or it does not start: starting directly reports why
    }
}

const passedOn = (env) => Object.fromEntries(Object.entries(env).filter(([name]) => PASSED_ON.test(name)));

function startDetached(program, env, socketFile) {
    const passed = passedOn(env);
    // detached: its own session, which signals to the Gateway's process group do not reach.
    const child = spawn(program, ["--headless"], {
        detached: true,
        stdio: "ignore",
        cwd: "/",
        // A companion that follows the address rule by itself can follow it elsewhere later.
        env: socketPath({ env: passed }) === socketFile ? passed : { ...passed, ZALO_COMPANION_SOCKET: socketFile },
    });
    child.on("error", () => {}); // reported as "does not answer"
    child.unref();
}

function stateFolder(env) {
    const base = env.XDG_STATE_HOME && path.isAbsolute(env.XDG_STATE_HOME) ? env.XDG_STATE_HOME : path.join(env.HOME || os.homedir(), ".local/state");
    return path.join(base, "zalo-companion");
}

function isProgram(file) {
    try {
        fs.accessSync(file, fs.constants.X_OK);
        return fs.statSync(file).isFile();
    } catch {
        return false;
    }
}

function accepts(socketFile) {
    return new Promise((resolve) => {
        const socket = net.createConnection(socketFile);
        socket.once("connect", () => {
            socket.destroy();
            resolve(true);
        });
        socket.once("error", () => resolve(false));
    });
}
