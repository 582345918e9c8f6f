// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { BridgeError } from "./errors.js";
import { isBytes32, isGatewayId } from "./handshake.js";
import { timing } from "../timing.js";

const KEY_BYTES = 32;
/** How often it is looked for the key that another process renews. */
const MAX_RENEWAL_POLLS = 20;

/**
 * This Gateway's identity towards the companion: an id and a 32-byte key in `<stateDir>/zalouser/gateway.json` (0600). The Gateway and its
 * command-line processes share it and any of them may create it: creation is atomic, and exactly one process wins.
 * @returns {{gatewayId: string, key: Buffer, fingerprint: string, file: string}}
 */
export function loadIdentity(stateDir) {
    const file = path.join(privateFolder(stateDir), "gateway.json");
    return read(file) ?? create(file) ?? read(file) ?? fail(file, "could not be made");
}

/** Records that the companion has accepted this key. From then on it is never sent to a peer that does not prove to hold it. */
export function markVerified(identity) {
    try {
        fs.writeFileSync(verifiedFile(identity), "", { flag: "wx", mode: 0o600 });
    } catch (error) {
        if (error.code !== "EEXIST") throw error;
    }
}

export function wasVerified(identity) {
    return fs.existsSync(verifiedFile(identity));
}

/**
 * Retires a key that the companion no longer knows (revoked, or its data were reset) and creates a new identity: the old key stays secret.
 * The hard link that preserves the old file is also the lock: one process renews, the others read the result.
 */
export async function renewIdentity(old, stateDir) {
    try {
        fs.linkSync(old.file, `${old.file}.${old.fingerprint}`);
        fs.unlinkSync(old.file);
        return loadIdentity(stateDir);
    } catch (error) {
        if (error.code !== "EEXIST" && error.code !== "ENOENT") throw error;
    }
    for (let attempt = 0; attempt < MAX_RENEWAL_POLLS; ++attempt) {
        const now = loadIdentity(stateDir);
        if (now.fingerprint !== old.fingerprint) return now;
        await sleep(timing.keyRenewalPollMs);
    }
    fs.rmSync(old.file, { force: true });
    return loadIdentity(stateDir);
}

/** The user id of this process; the bridge needs Unix sockets, so there always is one. */
export const currentUid = () => process.getuid?.() ?? -1;

/** `<stateDir>/zalouser`, mode 0700 and ours: it holds the key and the ingress queue. */
export function privateFolder(stateDir) {
    const folder = path.join(stateDir, "zalouser");
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    const stat = fs.lstatSync(folder);
    if (!stat.isDirectory() || stat.uid !== currentUid()) fail(folder, "is not a folder of yours; move it away");
    if (stat.mode & 0o077) fs.chmodSync(folder, 0o700);
    return folder;
}

function create(file) {
    const identity = {
        version: 1,
        gatewayId: crypto.randomBytes(16).toString("base64url"),
        key: crypto.randomBytes(KEY_BYTES).toString("base64"),
    };
    const draft = `${file}.${process.pid}.${crypto.randomBytes(4).toString("hex")}`;
    fs.writeFileSync(draft, `${JSON.stringify(identity)}\n`, { flag: "wx", mode: 0o600, flush: true });
    try {
        fs.linkSync(draft, file); // like O_EXCL, but with the content in place
        return read(file);
    } catch (error) {
        if (error.code === "EEXIST") return undefined;
        throw error;
    } finally {
        fs.unlinkSync(draft);
    }
}

function read(file) {
    let stored;
    try {
        const stat = fs.lstatSync(file);
        if (!stat.isFile() || stat.uid !== currentUid()) fail(file, "is not a file of yours; move it away");
        if (stat.mode & 0o077) fail(file, `can be read by others; run: chmod 600 ${file}`);
        stored = JSON.parse(fs.readFileSync(file, "utf8"));
    } catch (error) {
        if (error.code === "ENOENT") return undefined;
        if (error instanceof BridgeError) throw error;
        fail(file, "is damaged; move it away, this Gateway then asks for approval again");
    }
    if (!isBytes32(stored?.key) || !isGatewayId(stored?.gatewayId)) {
        fail(file, "is damaged; move it away, this Gateway then asks for approval again");
    }
    const key = Buffer.from(stored.key, "base64");
    const fingerprint = crypto.createHash("sha256").update(key).digest("hex").slice(0, 16);
    return { gatewayId: stored.gatewayId, key, fingerprint, file };
}

function verifiedFile(identity) {
    return `${identity.file}.${identity.fingerprint}.proved`;
}

/** @returns {never} */
function fail(file, problem) {
    throw new BridgeError("keyFile", `The Gateway's key file ${file} ${problem}.`);
}
