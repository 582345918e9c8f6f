// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { CHANNEL, shared } from "../runtime.js";
import { timing } from "../timing.js";

/**
 * Whether a Gateway runs that has this channel, and so tells what stands out in its accounts by itself, as their status. Asked once in a process:
 * `doctor` shows that status beside what it finds, and nothing is to be told twice.
 * @returns {Promise<boolean>}
 */
export const isToldByGateway = () => (shared.toldByGateway ??= ask());

async function ask() {
    try {
        const { callGatewayFromCli } = await import("openclaw/plugin-sdk/gateway-runtime");
        const status = /** @type {any} */ (await callGatewayFromCli("channels.status", { timeout: String(timing.gatewayCallTimeoutMs), json: true }, { probe: false }, { progress: false }));
        return status?.channelAccounts?.[CHANNEL]?.length > 0;
    } catch {
        return false;
    }
}
