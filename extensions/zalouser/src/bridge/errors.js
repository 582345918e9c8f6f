// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

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
 * A failure of the bridge. `message` is one line that says what to do next; it never holds a message's text, a key or a QR
 * payload, because the Gateway writes it to its log. `kind` is the machine-readable part (`data.kind` of the protocol, or one of
 * the client's own: notRunning, notInstalled, closed, deadline, untrustedPeer, protocolError, keyRevoked, keyFile).
 */
export class BridgeError extends Error {
    /**
     * @param {string} kind
     * @param {string} message
     * @param {{code?: number, data?: any, cause?: unknown}} [more]
     */
    constructor(kind, message, { code = CODE.other, data, cause } = {}) {
        super(oneLine(message), cause ? { cause } : undefined);
        this.name = "BridgeError";
        this.kind = kind;
        this.code = code;
        this.data = data;
    }
}

/** Makes a BridgeError of an error object that came over the wire (in an answer, or in a step of a login). */
export function fromWire(error) {
    const text = typeof error?.message === "string" && error.message ? error.message : "Zalo Companion answered with an error.";
    const kind = [error?.data?.kind, error?.kind].find((one) => typeof one === "string" && one !== "") ?? "internal";
    return new BridgeError(kind, text, { code: Number.isInteger(error?.code) ? error.code : CODE.other, data: error?.data });
}

/** True where the connection, and not the request, failed: the same request may be made again with the same key. */
export function isConnectionError(error) {
    return error instanceof BridgeError && ["notRunning", "notInstalled", "closed", "superseded"].includes(error.kind);
}

/** Words for any error, on one line. */
export function errorMessage(error) {
    return oneLine(error instanceof Error ? error.message : String(error));
}

export function oneLine(text) {
    // Signs that steer a terminal do not belong into a line of words either.
    return String(text).replace(/[\s\p{Cc}]+/gu, " ").trim().slice(0, 500);
}

export const START_HINT = "Zalo Companion is not running. Start it: zalo-companion --headless";
