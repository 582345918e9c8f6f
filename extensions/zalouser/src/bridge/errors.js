// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { singleLine } from "../foreign-text.js";

/** Error codes of the bridge (app/bridge/PROTOCOL.md, "Errors"). */
export const CODE = {
    parse: -32700,
    request: -32600,
    method: -32601,
    params: -32602,
    other: -32000,
    association: -32001,
    login: -32002,
    zca: -32003,
    timedOut: -32004,
    rateLimited: -32005,
    uncertain: -32006,
    thread: -32007,
    zalo: -32008,
};

/**
 * A failure of the bridge. `message` is one line that says what to do next; it never contains a message's text, a key or a QR payload,
 * because the Gateway logs it. `kind` is the machine-readable part (`data.kind` of the protocol, or one of
 * the client's own: notRunning, notInstalled, closed, deadline, untrustedPeer, unproved, protocolError, keyFile).
 */
export class BridgeError extends Error {
    /** True where the connection failed before anything could be asked on it, so that nothing can have been sent. */
    precedesRequests = false;

    /**
     * @param {string} kind
     * @param {string} message
     * @param {{code?: number, data?: any, cause?: unknown}} [more]
     */
    constructor(kind, message, { code = CODE.other, data, cause } = {}) {
        super(singleLine(message), cause ? { cause } : undefined);
        this.name = "BridgeError";
        this.kind = kind;
        this.wireCode = code; // not `code`: OpenClaw prints that behind the message
        this.data = data;
    }
}

/** What the companion, or whoever listens in its place, said in words of its own. */
export class Refusal extends BridgeError {}

/** Converts an error object from the wire (of a response or of a login step). */
export function fromWire(error) {
    const text = typeof error?.message === "string" && error.message ? error.message : "Zalo Companion answered with an error.";
    const kind = [error?.data?.kind, error?.kind].find((one) => typeof one === "string" && one !== "") ?? "internal";
    return new Refusal(kind, text, { code: Number.isInteger(error?.code) ? error.code : CODE.other, data: error?.data });
}

/** True if the connection failed rather than the request: the request may be repeated with the same key. */
export function isConnectionError(error) {
    return error instanceof BridgeError && ["notRunning", "notInstalled", "closed", "superseded"].includes(error.kind);
}

/** Errors that precede the request, so that nothing can have been sent. */
const BEFORE_ANY_REQUEST = [
    "notRunning", "notInstalled", "untrustedPeer", "protocol", "approvalNeeded", "params", "method",
    "busy", "key", "wrongKey", "notAssociated", "roleRefused", "unproved", "keyFile", "pathTooLong",
];

/**
 * Whether a message may have reached Zalo although its send failed with this error. The companion decides (`data.possiblySent`,
 * PROTOCOL.md); without its decision only errors that precede the request are certain.
 * @param {unknown} error
 */
export function isPossiblySent(error) {
    if (!(error instanceof BridgeError)) return true;
    if (error.precedesRequests) return false;
    const decision = error.data?.possiblySent;
    return typeof decision === "boolean" ? decision : !BEFORE_ANY_REQUEST.includes(error.kind);
}

/**
 * What passes by itself, so that the same message may go out a little later. Everything else needs a person (a login, another target, another
 * file, an update) or was said by one (a cancelled send), and an unknown kind counts as such.
 */
const TRANSIENT = [
    "notRunning", "busy", "key", "offline", "rateLimited", "timedOut", "paused", "disconnected",
    "unproved", "closed", "deadline", "protocolError", // another program in the companion's place, or one that is just ending
];

/**
 * Whether a send that provably did not reach Zalo may be tried again later by itself.
 * @param {unknown} error
 */
export function isTransient(error) {
    return error instanceof BridgeError && !isPossiblySent(error) && TRANSIENT.includes(error.kind);
}

/** The message of any error, on one line. */
export function errorMessage(error) {
    return singleLine(error instanceof Error ? error.message : String(error));
}

export const START_HINT = "Zalo Companion is not running. Start it: zalo-companion --headless";
