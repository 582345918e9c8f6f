// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { enter, helloFailure } from "./association.js";
import { singleLine } from "../foreign-text.js";
import { BridgeError, START_HINT } from "./errors.js";
import { missingMethods } from "./features.js";
import { PROTOCOL, majorOf, makeNonce } from "./handshake.js";
import { currentUid, loadIdentity } from "./key-file.js";
import { RpcChannel } from "./rpc.js";
import { timing } from "../timing.js";

/**
 * Connects to the companion and completes the handshake of PROTOCOL.md. Nothing but `hello` is said before the other side has proved that it
 * holds this Gateway's key, and nothing is done that it asks; only a key that was never proved is shown, on first use.
 *
 * @param {{path: string, stateDir: string, role: "gateway"|"cli"|"probe", plugin: string, methods?: Record<string, (params: any) => unknown>,
 *   onNotification?: (method: string, params: any) => void, onClose?: (error: BridgeError) => void}} options `plugin` is the plugin's version
 * @returns {Promise<{channel: RpcChannel, protocol: string, version: string | undefined, missing: string[], gatewayId: string}>} `version` is the
 *   companion's, `missing` what the plugin uses and it does not answer
 */
export async function connectToCompanion(options) {
    try {
        return await enterAsOne(options);
    } catch (error) {
        if (error instanceof BridgeError) error.precedesRequests = true;
        throw error;
    }
}

/** Of several processes that use a new key at the same time, one is let in first; the others try again with what it has noted. */
async function enterAsOne(options) {
    const identity = loadIdentity(options.stateDir);
    try {
        return await handshake(options, identity);
    } catch (error) {
        if (error.kind !== "unproved" || identity.isProved) throw error;
        const now = loadIdentity(options.stateDir);
        if (!now.isProved) throw error;
        return await handshake(options, now);
    }
}

async function handshake(options, identity) {
    const { path: socketFile } = options;
    const { handshakeTimeoutMs } = timing;
    checkSocketOwner(socketFile);
    const deadline = Date.now() + handshakeTimeoutMs;
    const socket = await openSocket(socketFile, handshakeTimeoutMs);
    const channel = new RpcChannel(socket, { ...options, isIntroduced: false });
    const remaining = () => ({ timeoutMs: Math.max(1, deadline - Date.now()) });
    try {
        const said = { path: socketFile, role: options.role, nonce: makeNonce(), identity };
        const hello = await channel.call("hello", helloOf(options, said), remaining()).catch((error) => {
            throw helloFailure(error, socketFile, identity);
        });
        checkProtocol(hello.protocol);
        await enter(channel, hello, said, remaining);
        return {
            channel,
            protocol: hello.protocol,
            version: typeof hello.server?.version === "string" ? singleLine(hello.server.version) : undefined,
            missing: missingMethods(Array.isArray(hello.features) ? hello.features : []),
            gatewayId: identity.gatewayId,
        };
    } catch (error) {
        channel.close();
        throw error;
    }
}

const helloOf = ({ plugin, methods = {} }, { role, nonce, identity }) => ({
    protocol: PROTOCOL,
    role,
    gatewayId: identity.gatewayId,
    label: gatewayLabel(),
    plugin,
    features: Object.keys(methods).toSorted(),
    nonce,
});

function checkProtocol(theirs) {
    const major = majorOf(theirs);
    if (major === majorOf(PROTOCOL)) return;
    if (Number.isNaN(major)) throw new BridgeError("protocolError", "What answers on Zalo Companion's socket does not speak its protocol.");
    const update = major > majorOf(PROTOCOL) ? "the plugin zalouser" : "Zalo Companion";
    throw new BridgeError("protocol", `Zalo Companion speaks protocol ${theirs}, the plugin ${PROTOCOL}: update ${update}.`);
}

/** The folder must be ours and not writable by others, and the socket ours; otherwise somebody else may have put it there. */
function checkSocketOwner(socketFile) {
    const folder = path.dirname(socketFile);
    const uid = currentUid();
    let folderStat;
    let socketStat;
    try {
        folderStat = fs.statSync(folder);
        socketStat = fs.lstatSync(socketFile);
    } catch (error) {
        if (error.code === "ENOENT") throw notRunning();
        throw new BridgeError("untrustedPeer", `Zalo Companion's socket ${socketFile} cannot be reached (${error.code}).`);
    }
    if (folderStat.uid !== uid || folderStat.mode & 0o022) {
        throw new BridgeError("untrustedPeer", `The folder ${folder} is not yours alone, so its socket is not trusted; run: chmod 700 ${folder}`);
    }
    if (!socketStat.isSocket() || socketStat.uid !== uid) {
        throw new BridgeError("untrustedPeer", `${socketFile} is not a socket of yours, so it is not trusted; remove it, then start: zalo-companion --headless`);
    }
}

function openSocket(socketFile, timeoutMs) {
    return new Promise((resolve, reject) => {
        const socket = net.createConnection(socketFile);
        const timer = setTimeout(() => socket.destroy(new BridgeError("deadline", "Zalo Companion does not accept connections.")), timeoutMs);
        const fail = (error) => {
            clearTimeout(timer);
            if (error instanceof BridgeError) reject(error);
            else if (["ENOENT", "ECONNREFUSED", "ECONNRESET"].includes(error.code)) reject(notRunning());
            else reject(new BridgeError("closed", `Zalo Companion's socket ${socketFile} cannot be opened (${error.code}).`));
        };
        socket.once("error", fail);
        socket.once("connect", () => {
            clearTimeout(timer);
            socket.off("error", fail);
            resolve(socket);
        });
    });
}

/** The name that people see for this Gateway in the companion's window. */
export function gatewayLabel() {
    return `OpenClaw at ${os.hostname()}`.slice(0, 120);
}

function notRunning() {
    return new BridgeError("notRunning", START_HINT);
}
