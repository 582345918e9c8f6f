// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import path from "node:path";
import { BridgeError, CODE, Refusal } from "./errors.js";
import { PROTOCOL, isBytes32, proof, proofMatches } from "./handshake.js";
import { markProved, reread, startOverCommand } from "./key-file.js";

/**
 * The second half of the handshake (PROTOCOL.md): the companion proves that it holds this Gateway's key, and then the Gateway does. Only a
 * key that no companion has proved to hold yet is shown, on first use; one that a companion has proved is proved again or not used at all.
 *
 * @param {import("./rpc.js").RpcChannel} channel
 * @param {any} hello the companion's answer
 * @param {{path: string, role: string, nonce: string, identity: import("./key-file.js").Identity}} said what `hello` said, and to which socket
 * @param {() => {timeoutMs: number}} remaining
 */
export async function enter(channel, hello, said, remaining) {
    if (hello.association === "known") return await authenticate(channel, hello, said, remaining);
    if (!["first", "pending", "new"].includes(hello.association)) throw protocolError(said.path);
    return await associate(channel, said, remaining);
}

async function authenticate(channel, hello, { path: socketFile, role, nonce, identity }, remaining) {
    if (!isBytes32(hello.nonce)) throw protocolError(socketFile);
    const { gatewayId, key } = identity;
    const facts = { role, gatewayId, clientNonce: nonce, serverNonce: hello.nonce, clientProtocol: PROTOCOL, serverProtocol: hello.protocol };
    if (!proofMatches(hello.proof, proof(key, "server", facts))) throw unproved("does not hold this Gateway's key", socketFile, identity);
    markProved(identity);
    await channel.call("auth", { proof: proof(key, "client", facts) }, { ...remaining(), introduces: true });
}

async function associate(channel, { path: socketFile, identity }, remaining) {
    if (identity.isProved || reread(identity)?.isProved) throw unproved("does not know this Gateway, which Zalo Companion let in before", socketFile, identity);
    await channel.call("associate", { key: identity.key.toString("base64") }, { ...remaining(), introduces: true });
    markProved(identity);
}

/** Says what happened, and how a person who knows better lets this Gateway begin anew: that is never done by itself. */
function unproved(problem, socketFile, identity) {
    const whose = `See who listens: ${listeners(socketFile)}. If it is your Zalo Companion (this Gateway was revoked there, or it was reset or moved), let this Gateway ask anew: ${startOverCommand(identity)}`;
    return new BridgeError("unproved", `What listens on ${socketFile} ${problem}: nothing was sent. ${whose}`, { code: CODE.association });
}

/**
 * What a failed `hello` means. The words of a refusal are not passed on, nor what it says of sent messages: whoever refuses has proved nothing.
 * @param {any} error
 * @param {string} socketFile
 * @param {import("./key-file.js").Identity} identity
 */
export function helloFailure(error, socketFile, identity) {
    if (!(error instanceof Refusal)) return error;
    const said = (kind, text) => new BridgeError(kind, text, { code: error.wireCode });
    switch (error.kind) {
    case "busy":
        return said("busy", "Zalo Companion serves as many programs as it can. Try again in a moment.");
    case "key":
        return said("key", `What listens on ${socketFile} cannot read this Gateway's key: nothing was sent. Unlock the keyring of Zalo Companion. If the key is lost there: zalo-companion gateways revoke ${identity.gatewayId}, then: ${startOverCommand(identity)}`);
    case "protocol":
        return said("protocol", "Zalo Companion and the plugin zalouser speak different protocols: update the older one.");
    default:
        return said("protocolError", `What listens on ${socketFile} refuses this Gateway for no reason that Zalo Companion has: nothing was sent. See who listens: ${listeners(socketFile)}`);
    }
}

const listeners = (socketFile) => `ss -xlp | grep ${path.basename(socketFile)}`;

function protocolError(socketFile) {
    return new BridgeError("protocolError", `What answers on ${socketFile} does not speak Zalo Companion's protocol.`);
}
