// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { errorMessage } from "../bridge/errors.js";
import { CHANNEL, shared } from "../runtime.js";
import { timing } from "../timing.js";

/**
 * Lets the Gateway run an account again that it stopped for a logout, or while it shows a QR code. By itself it would wait for a login that it
 * carries out, and one in Zalo Companion's window would go unnoticed. An account that runs is left alone; only the Gateway's own process has any.
 * @param {string} accountId
 * @param {(line: string) => void} [warn]
 */
export async function startAgain(accountId, warn) {
    if (!shared.connectionManager) return;
    try {
        const { callGatewayFromCli } = await import("openclaw/plugin-sdk/gateway-runtime");
        await callGatewayFromCli("channels.start", { timeout: String(timing.gatewayCallTimeoutMs), json: true }, { channel: CHANNEL, accountId }, { progress: false, scopes: ["operator.admin"] });
    } catch (error) {
        warn?.(`[${accountId}] zalouser could not be started again; log in with: openclaw channels login --channel zalouser --account ${accountId} (${errorMessage(error)})`);
    }
}
