// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// The only place that knows in what the supported versions of OpenClaw differ (2026.8.2 and later). A feature is looked for where the newest
// version has it, then where an older one has it; no version number is compared.

/**
 * The Gateway's decision on one inbound message. The runtime offers it bound to this plugin, which lets the Gateway attribute the message; a
 * runtime without it has the same function in its SDK.
 * @param {any} core the plugin runtime
 * @param {(subpath: "channel-ingress-runtime") => Promise<any>} [importSdk]
 * @returns {Promise<(params: any) => Promise<any>>}
 */
export async function ingressResolver(core, importSdk = () => import("openclaw/plugin-sdk/channel-ingress-runtime")) {
    const ingress = core.channel.inbound.ingress;
    if (ingress?.resolveStable) return (params) => ingress.resolveStable(params);
    const { resolveStableChannelMessageIngress } = await importSdk("channel-ingress-runtime");
    return resolveStableChannelMessageIngress;
}
