// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { BridgeError, CODE, fromWire } from "./errors.js";
import { isNotification, isResult } from "./validators.js";
import { timing } from "../timing.js";

/** A line is at most 1 MiB without its end (PROTOCOL.md "Transport"). */
export const MAX_FRAME_BYTES = 1024 * 1024;
/** Unsent bytes after which the peer counts as dead. */
const MAX_UNSENT_BYTES = 8 * MAX_FRAME_BYTES;
/** Nesting depth; the companion's parser has the same limit. Deeper values would overflow a recursive serializer. */
const MAX_DEPTH = 1024;
/** Unanswered requests of the peer; far above its number of concurrent conversations. */
const MAX_PENDING_REQUESTS = 1000;
const NEWLINE = 0x0a;

/**
 * JSON-RPC 2.0 over a stream: one compact object per line, requests in both directions. No input can hang or crash the plugin: each request
 * has a deadline, each line a limit, and a protocol error closes the connection.
 */
export class RpcChannel {
    #socket;
    #chunks = [];
    #buffered = 0;
    #pending = new Map();
    #nextId = 1;
    #inFlight = 0;
    /** @type {BridgeError | undefined} */
    #closed;
    #methods;
    #onNotification;
    #onClose;
    #isIntroduced;

    /**
     * @param {import("node:net").Socket} socket a connected stream
     * @param {{methods?: Record<string, (params: any) => unknown>, onNotification?: (method: string, params: any) => void, onClose?: (error: BridgeError) => void, isIntroduced?: boolean}} [options]
     *   `methods`: the requests that the peer may make; what they throw becomes the error response. `onClose` receives the closing error, once.
     *   Of a peer that is not introduced (call() with `introduces`) only results and refusals are heard, and it is answered nothing
     */
    constructor(socket, { methods = {}, onNotification, onClose, isIntroduced = true } = {}) {
        this.#socket = socket;
        this.#isIntroduced = isIntroduced;
        this.#methods = methods;
        this.#onNotification = onNotification;
        this.#onClose = onClose;
        socket.on("data", (bytes) => this.#read(bytes));
        socket.on("error", (error) => this.#end(new BridgeError("closed", "The connection to Zalo Companion broke.", { cause: error })));
        socket.on("close", () => this.#end(new BridgeError("closed", "Zalo Companion closed the connection.")));
    }

    get open() {
        return this.#closed === undefined;
    }

    /**
     * Sends a request; rejects with a BridgeError, after `timeoutMs` at the latest. With `introduces` the peer is introduced by its result.
     * @param {string} method
     * @param {object} [params]
     * @param {{timeoutMs?: number, introduces?: boolean}} [options]
     * @returns {Promise<any>}
     */
    call(method, params = {}, { timeoutMs = timing.requestTimeoutMs, introduces = false } = {}) {
        if (this.#closed) return Promise.reject(this.#closed);
        const id = this.#nextId++;
        return new Promise((resolve, reject) => {
            const timer = setTimeout(() => {
                this.#pending.delete(id);
                reject(new BridgeError("deadline", `Zalo Companion did not answer ${method} within ${Math.ceil(timeoutMs / 1000)} s.`, { code: CODE.timedOut }));
            }, timeoutMs);
            this.#pending.set(id, { method, resolve, reject, timer, introduces });
            this.#write({ jsonrpc: "2.0", id, method, params });
        });
    }

    notify(method, params = {}) {
        if (!this.#closed) this.#write({ jsonrpc: "2.0", method, params });
    }

    /** Closes the channel; pending requests fail with `error`. */
    close(error = new BridgeError("closed", "The connection to Zalo Companion was closed.")) {
        this.#socket.end();
        this.#end(error);
    }

    #write(message) {
        const line = JSON.stringify(message);
        if (Buffer.byteLength(line) > MAX_FRAME_BYTES) {
            this.#rejectOversized(message);
            return;
        }
        this.#socket.write(`${line}\n`);
        if (this.#socket.writableLength > MAX_UNSENT_BYTES) this.#end(new BridgeError("closed", "Zalo Companion does not read any more."));
    }

    /** An answer gives way to an error, a notification is left out (PROTOCOL.md). */
    #rejectOversized(message) {
        if (!message.method) return this.#write(errorResponse(message.id, CODE.other, "internal", "The answer is longer than a line may be (1 MiB)."));
        const waiting = this.#pending.get(message.id);
        if (!waiting) return;
        this.#pending.delete(message.id);
        clearTimeout(waiting.timer);
        waiting.reject(new BridgeError("params", "That is too long for one request to Zalo Companion (1 MiB).", { code: CODE.params }));
    }

    #read(bytes) {
        let from = 0;
        while (!this.#closed) {
            const at = bytes.indexOf(NEWLINE, from);
            const piece = bytes.subarray(from, at < 0 ? bytes.length : at);
            if (this.#buffered + piece.length > MAX_FRAME_BYTES) return this.#failProtocol(CODE.request, "A line is longer than 1 MiB.");
            this.#chunks.push(piece);
            this.#buffered += piece.length;
            if (at < 0) return;
            const line = Buffer.concat(this.#chunks, this.#buffered);
            this.#chunks = [];
            this.#buffered = 0;
            from = at + 1;
            this.#handleLine(line);
        }
    }

    #handleLine(line) {
        const message = parseLine(line);
        switch (message.type) {
        case "fault":
            if (message.close) return this.#failProtocol(message.code, "A line is not valid JSON in UTF-8.");
            return this.#refuse(message.id, message.code, message.kind, "This is no request of JSON-RPC 2.0.");
        case "request":
            return this.#isIntroduced ? void this.#handleRequest(message) : this.#end(tooEarly());
        case "notification":
            return this.#isIntroduced ? this.#handleNotification(message) : this.#end(tooEarly());
        case "error":
            // An error without an id concerns the connection and ends it.
            if (message.id === null) return this.#end(fromWire(message.error));
            return this.#settle(message.id, ({ method, reject }) => reject(refusalOf(method, message.error)));
        default:
            return this.#settle(message.id, (waiting) => this.#resolve(waiting, message.result));
        }
    }

    #resolve({ method, resolve, reject, introduces }, result) {
        if (!isResult(method, result)) return reject(invalidPayload(method));
        // At once: the next line may be in the same bytes.
        this.#isIntroduced ||= introduces;
        return resolve(result);
    }

    #settle(id, how) {
        const waiting = this.#pending.get(id);
        if (!waiting) return;
        this.#pending.delete(id);
        clearTimeout(waiting.timer);
        how(waiting);
    }

    /** No caller awaits a listener, so its failure closes the connection instead of ending the Gateway. */
    #handleNotification({ method, params }) {
        if (!isNotification(method, params)) return this.#end(invalidPayload(method));
        try {
            this.#onNotification?.(method, params);
        } catch (error) {
            this.#end(new BridgeError("internal", `The plugin failed on ${method} of Zalo Companion.`, { cause: error }));
        }
    }

    async #handleRequest({ id, method, params }) {
        if (this.#inFlight >= MAX_PENDING_REQUESTS) return this.#write(errorResponse(id, CODE.other, "busy", "Too many requests wait for their answers."));
        this.#inFlight += 1;
        const handler = Object.hasOwn(this.#methods, method) ? this.#methods[method] : undefined;
        let reply;
        try {
            if (!handler) throw new BridgeError("method", `This plugin does not know ${method.slice(0, 60)}.`, { code: CODE.method });
            reply = { jsonrpc: "2.0", id, result: (await handler(params)) ?? {} };
        } catch (error) {
            // Only our own messages are sent: a foreign error may quote a message's text.
            const known = error instanceof BridgeError ? error : new BridgeError("internal", "The plugin failed; the Gateway's log has more.");
            reply = errorResponse(id, known.wireCode, known.kind, known.message, known.data);
        }
        this.#inFlight -= 1;
        if (!this.#closed) this.#write(reply);
    }

    #refuse(id, code, kind, reason) {
        if (this.#isIntroduced) this.#write(errorResponse(id, code, kind, reason));
    }

    #failProtocol(code, reason) {
        this.#refuse(null, code, code === CODE.parse ? "parse" : "request", reason);
        this.#end(new BridgeError("protocolError", `What answers on Zalo Companion's socket does not speak its protocol: ${reason}`));
    }

    #end(error) {
        if (this.#closed) return;
        this.#closed = error;
        this.#chunks = [];
        for (const { reject, timer } of this.#pending.values()) {
            clearTimeout(timer);
            reject(error);
        }
        this.#pending.clear();
        this.#socket.destroySoon();
        setTimeout(() => this.#socket.destroy(), timing.closeTimeoutMs).unref();
        this.#onClose?.(error);
    }
}

/** A method that an older companion does not have is named: its own words do not know what asked. */
function refusalOf(method, error) {
    const refusal = fromWire(error);
    if (refusal.wireCode !== CODE.method) return refusal;
    return new BridgeError("method", `This Zalo Companion does not know ${method}: update Zalo Companion.`, { code: CODE.method });
}

function tooEarly() {
    return new BridgeError("protocolError", "What answers on Zalo Companion's socket asks before it has proved who it is.");
}

/** Never includes the payload: it may quote a message's text. */
function invalidPayload(method) {
    return new BridgeError("protocolError", `What Zalo Companion says about ${method} cannot be read. Update Zalo Companion and the plugin zalouser.`);
}

function errorResponse(id, code, kind, message, data = {}) {
    return { jsonrpc: "2.0", id, error: { code, message, data: { ...data, kind } } };
}

/**
 * @typedef {{type: "fault", code: number, kind: string, id: string | number | null, close: boolean}
 *   | {type: "request", id: string | number, method: string, params: object}
 *   | {type: "notification", method: string, params: object}
 *   | {type: "error", id: string | number | null, error: any}
 *   | {type: "result", id: string | number, result: object}} Line
 */

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const isId = (value) => typeof value === "string" || typeof value === "number";

/**
 * Parses one line (bytes without the line end) to a request, notification, result, error, or a fault that names its error response.
 * Vectors: tests/data/bridge/rpc-lines.json.
 * @param {Uint8Array} line
 * @returns {Line}
 */
export function parseLine(line) {
    let message;
    try {
        if (isTooDeep(line)) throw new Error("too deep");
        message = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(line));
    } catch {
        return { type: "fault", code: CODE.parse, kind: "parse", id: null, close: true };
    }
    const id = isId(message?.id) ? message.id : null;
    /** @returns {Line} */
    const fault = (code, kind) => ({ type: "fault", code, kind, id, close: false });
    if (!isObject(message) || message.jsonrpc !== "2.0") return fault(CODE.request, "request");
    const { method, params = {}, result, error } = message;
    if (method !== undefined) {
        if (typeof method !== "string" || method === "" || (message.id !== undefined && id === null)) return fault(CODE.request, "request");
        if (!isObject(params)) return fault(CODE.params, "params");
        return message.id === undefined ? { type: "notification", method, params } : { type: "request", id, method, params };
    }
    if (isObject(error)) return { type: "error", id, error };
    if (isObject(result) && id !== null) return { type: "result", id, result };
    return fault(CODE.request, "request");
}

function isTooDeep(line) {
    let depth = 0;
    let inString = false;
    for (let at = 0; at < line.length; ++at) {
        const sign = line[at];
        if (inString && sign === 0x5c) ++at; // a backslash escapes the next byte
        else if (sign === 0x22) inString = !inString;
        else if (inString) continue;
        else if ((sign === 0x7b || sign === 0x5b) && ++depth > MAX_DEPTH) return true;
        else if (sign === 0x7d || sign === 0x5d) --depth;
    }
    return false;
}
