// SPDX-FileCopyrightText: 2026 Zalo Companion contributors
// SPDX-License-Identifier: MIT

import { BridgeError, CODE, fromWire } from "./errors.js";

/** A line is at most 1 MiB without its end (PROTOCOL.md "Transport"). */
export const MAX_FRAME = 1024 * 1024;
/** What may wait unsent before the other side counts as dead. */
const MAX_UNSENT = 8 * MAX_FRAME;
const NEWLINE = 0x0a;

/**
 * JSON-RPC 2.0 over a stream: one compact object per line, requests both ways. Whatever the other side sends, it can neither hang
 * nor crash us: each request has a deadline, a line has a limit, and rubbish ends the connection with one error.
 */
export class RpcChannel {
    #socket;
    #chunks = [];
    #buffered = 0;
    #pending = new Map();
    #nextId = 1;
    #closed;
    #methods;
    #onNotification;
    #onClose;

    /**
     * @param socket a connected stream
     * @param {Record<string, (params: object) => unknown>} methods what the other side may ask; what they throw becomes its answer
     * @param onNotification called with (method, params)
     * @param onClose called once with the BridgeError that ended the channel
     */
    constructor(socket, { methods = {}, onNotification, onClose } = {}) {
        this.#socket = socket;
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

    /** Sends a request; rejects with a BridgeError, after `timeoutMs` at the latest. */
    call(method, params = {}, { timeoutMs = 15000 } = {}) {
        if (this.#closed) return Promise.reject(this.#closed);
        const id = this.#nextId++;
        return new Promise((resolve, reject) => {
            const timer = setTimeout(() => {
                this.#pending.delete(id);
                reject(new BridgeError("deadline", `Zalo Companion did not answer ${method} within ${Math.ceil(timeoutMs / 1000)} s.`, { code: CODE.timedOut }));
            }, timeoutMs);
            this.#pending.set(id, { resolve, reject, timer });
            this.#write({ jsonrpc: "2.0", id, method, params });
        });
    }

    notify(method, params = {}) {
        if (!this.#closed) this.#write({ jsonrpc: "2.0", method, params });
    }

    /** Ends the channel; what still waits fails with `error`. */
    close(error = new BridgeError("closed", "The connection to Zalo Companion was closed.")) {
        this.#socket.end();
        this.#end(error);
    }

    #write(message) {
        const line = JSON.stringify(message);
        if (Buffer.byteLength(line) > MAX_FRAME) {
            this.#answerTooLong(message);
            return;
        }
        this.#socket.write(`${line}\n`);
        if (this.#socket.writableLength > MAX_UNSENT) this.#end(new BridgeError("closed", "Zalo Companion does not read any more."));
    }

    #answerTooLong(message) {
        const waiting = message.method && this.#pending.get(message.id);
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
            if (this.#buffered + piece.length > MAX_FRAME) return this.#refuse(CODE.request, "A line is longer than 1 MiB.");
            this.#chunks.push(piece);
            this.#buffered += piece.length;
            if (at < 0) return;
            const line = Buffer.concat(this.#chunks, this.#buffered);
            this.#chunks = [];
            this.#buffered = 0;
            from = at + 1;
            this.#line(line);
        }
    }

    #line(line) {
        let message;
        try {
            message = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(line));
        } catch {
            return this.#refuse(CODE.parse, "A line is not valid JSON in UTF-8.");
        }
        if (message === null || typeof message !== "object" || Array.isArray(message)) return this.#refuse(CODE.request, "A line is not one object.");
        if (typeof message.method === "string") {
            if (message.id === undefined) this.#onNotification?.(message.method, paramsOf(message));
            else void this.#answer(message);
            return;
        }
        const waiting = this.#pending.get(message.id);
        if (!waiting) return;
        this.#pending.delete(message.id);
        clearTimeout(waiting.timer);
        if (message.error) waiting.reject(fromWire(message.error));
        else waiting.resolve(message.result ?? {});
    }

    async #answer({ id, method, ...rest }) {
        const handler = Object.hasOwn(this.#methods, method) ? this.#methods[method] : undefined;
        let reply;
        try {
            if (!handler) throw new BridgeError("method", `This plugin does not know ${method.slice(0, 60)}.`, { code: CODE.method });
            reply = { result: (await handler(paramsOf(rest))) ?? {} };
        } catch (error) {
            // Only our own words travel: what a foreign error says may quote a message.
            const known = error instanceof BridgeError ? error : new BridgeError("internal", "The plugin failed; the Gateway's log has more.");
            reply = { error: { code: known.code, message: known.message, data: { ...known.data, kind: known.kind } } };
        }
        if (!this.#closed) this.#write({ jsonrpc: "2.0", id, ...reply });
    }

    #refuse(code, words) {
        this.#write({ jsonrpc: "2.0", id: null, error: { code, message: words, data: { kind: code === CODE.parse ? "parse" : "request" } } });
        this.#end(new BridgeError("garbage", `Something that is not Zalo Companion answers on its socket: ${words}`));
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
        this.#socket.destroySoon?.();
        this.#onClose?.(error);
    }
}

function paramsOf({ params }) {
    return params !== null && typeof params === "object" && !Array.isArray(params) ? params : {};
}
