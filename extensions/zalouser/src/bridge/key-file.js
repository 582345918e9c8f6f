// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { BridgeError } from "./errors.js";
import { isBytes32, isGatewayId } from "./handshake.js";

const KEY_BYTES = 32;

/**
 * `isProved`: a companion has proved to hold the key, or accepted it. It is the one that this Gateway knows from then on: the key is never
 * shown again, and no other companion is asked to let this Gateway in, until a person takes the file away.
 * @typedef {{gatewayId: string, key: Buffer, file: string, isProved: boolean}} Identity
 */

/**
 * This Gateway's identity towards the companion: an id and a 32-byte key in `<stateDir>/zalouser/gateway.json` (0600). The Gateway and its
 * command-line processes share it and any of them may create it: creation is atomic, and exactly one process wins.
 * @returns {Identity}
 */
export function loadIdentity(stateDir) {
    const file = path.join(privateFolder(stateDir), "gateway.json");
    return read(file) ?? create(file) ?? read(file) ?? fail(file, "could not be made");
}

/**
 * The same as it is by now, for other processes use it too; undefined where a person has taken it away.
 * @returns {Identity | undefined}
 */
export const reread = ({ file }) => read(file);

/**
 * Notes in the key file that a companion holds its key, for good before this returns. A file that a person has taken away or replaced
 * meanwhile is left alone.
 * @param {Identity} identity
 */
export function markProved({ file, key }) {
    const stored = parse(file);
    if (stored === undefined || stored.provedAt !== undefined || !isKeyOf(stored, key)) return;
    publish(file, { ...stored, provedAt: Date.now() }, fs.renameSync);
    fs.rmSync(markOf(file, key), { force: true });
}

/** The command with which a person lets this Gateway begin anew: as a new one, which the companion has to let in. */
export function startOverCommand({ file }) {
    return `rm ${/^[\w@%+=:,./-]+$/.test(file) ? file : `'${file.replaceAll("'", `'\\''`)}'`}`;
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
    // Digits and letters only: a person types the id behind a command, where a dash would begin an option.
    const fresh = { version: 1, gatewayId: crypto.randomBytes(16).toString("hex"), key: crypto.randomBytes(KEY_BYTES).toString("base64") };
    // A link is like O_EXCL, but with the content in place.
    return publish(file, fresh, fs.linkSync) ? read(file) : undefined;
}

/**
 * Writes a file whole, privately and for good; `give(draft, file)` gives it its name.
 * @returns {boolean} false where the name is taken already
 */
function publish(file, content, give) {
    const draft = `${file}.${process.pid}.${crypto.randomBytes(4).toString("hex")}`;
    try {
        fs.writeFileSync(draft, `${JSON.stringify(content)}\n`, { flag: "wx", mode: 0o600, flush: true });
        give(draft, file);
        syncFolder(path.dirname(file));
        return true;
    } catch (error) {
        if (error.code === "EEXIST") return false;
        return fail(file, `cannot be written (${error.code})`);
    } finally {
        fs.rmSync(draft, { force: true });
    }
}

function syncFolder(folder) {
    const descriptor = fs.openSync(folder, "r");
    try {
        fs.fsyncSync(descriptor);
    } finally {
        fs.closeSync(descriptor);
    }
}

/** @returns {Identity | undefined} */
function read(file) {
    const stored = parse(file);
    if (stored === undefined) return undefined;
    const key = Buffer.from(stored.key, "base64");
    return { gatewayId: stored.gatewayId, key, file, isProved: stored.provedAt !== undefined || fs.existsSync(markOf(file, key)) };
}

/** The checked content of the key file; undefined where there is none. */
function parse(file) {
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
    return stored;
}

const isKeyOf = (stored, key) => stored.key === key.toString("base64");

/** Where an earlier plugin noted the proof: in a file of its own. It counts, and goes when the proof stands in the key file. */
function markOf(file, key) {
    return `${file}.${crypto.createHash("sha256").update(key).digest("hex").slice(0, 16)}.proved`;
}

/** @returns {never} */
function fail(file, problem) {
    throw new BridgeError("keyFile", `The Gateway's key file ${file} ${problem}.`);
}
