// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import crypto from "node:crypto";

/** The protocol version of this plugin (PROTOCOL.md). */
export const PROTOCOL = "1.0";

/** 32 random bytes in standard Base64 with padding. */
export function makeNonce() {
    return crypto.randomBytes(32).toString("base64");
}

/**
 * The proof that one side holds the Gateway's key (PROTOCOL.md "auth").
 * @param {Buffer} key 32 bytes
 * @param {"server"|"client"} side whose proof it is
 * @param {{role, gatewayId, clientNonce, serverNonce, clientProtocol, serverProtocol}} facts strings as sent
 */
export function proof(key, side, facts) {
    const transcript = [
        "zalo-companion-bridge/1",
        side,
        facts.role,
        facts.gatewayId,
        facts.clientNonce,
        facts.serverNonce,
        facts.clientProtocol,
        facts.serverProtocol,
    ].join("\n");
    return crypto.createHmac("sha256", key).update(transcript, "utf8").digest("base64");
}

/** Compares a received proof with the expected one in constant time. */
export function proofMatches(received, right) {
    if (typeof received !== "string") return false;
    const a = Buffer.from(received, "utf8");
    const b = Buffer.from(right, "utf8");
    return a.length === b.length && crypto.timingSafeEqual(a, b);
}

/** "1.4" → 1; NaN for anything that is not a version. */
export function majorOf(version) {
    const match = /^(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(typeof version === "string" ? version : "");
    return match ? Number(match[1]) : NaN;
}

/** True for 32 bytes in canonical standard Base64 with padding. */
export function isBytes32(text) {
    if (typeof text !== "string" || text.length !== 44) return false;
    const bytes = Buffer.from(text, "base64");
    return bytes.length === 32 && bytes.toString("base64") === text;
}

export function isGatewayId(text) {
    return typeof text === "string" && /^[A-Za-z0-9_-]{16,64}$/.test(text);
}
