// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { actions } from "./actions.js";
import { DEFAULT_ACCOUNT, defaultAccountId, isConfigured, listAccountIds, normalizeEntry, resolveAccount, stripChannel } from "./account/account.js";
import { applyAccountConfig, deleteAccount, setAccountEnabled, validateInput } from "./account/account-setup.js";
import { isLinked } from "./account/linked.js";
import { logoutAccount } from "./account/logout.js";
import { directory } from "./directory.js";
import { groups } from "./inbound/groups.js";
import { CHANNEL, manifest } from "./runtime.js";
import { login, loginWithQrStart, loginWithQrWait } from "./account/login.js";
import { startAccount } from "./inbound/monitor.js";
import { agentPrompt } from "./outbound/agent-prompt.js";
import { DEFAULT_TABLES } from "./outbound/formatting.js";
import { message, outbound } from "./outbound/outbound.js";
import { pairing } from "./inbound/pairing.js";
import { resolveOutboundSessionRoute } from "./outbound/session-route.js";
import { resolver, targetResolver } from "./outbound/targets.js";
import { security } from "./security.js";
import { setupWizard } from "./setup/wizard.js";
import { status } from "./account/status.js";

/** @type {import("./types.d.ts").ChannelPlugin<import("./types.d.ts").Account>["config"]} */
const config = {
    listAccountIds,
    resolveAccount,
    defaultAccountId,
    inspectAccount: (cfg, accountId) => ({ ...resolveAccount(cfg, accountId), configured: isConfigured(cfg) }),
    setAccountEnabled,
    deleteAccount,
    isEnabled: (account) => account.enabled,
    isConfigured: () => true,
    isLinked,
    unlinkedReason: () => "nobody is logged in",
    describeAccount: (account) => ({ accountId: account.accountId, name: account.name, enabled: account.enabled, configured: true }),
    resolveAllowFrom: ({ cfg, accountId }) => (resolveAccount(cfg, accountId).config.allowFrom ?? []).map(String),
    formatAllowFrom: ({ allowFrom }) => allowFrom.map(normalizeEntry).filter(Boolean),
};

const messaging = {
    targetPrefixes: [CHANNEL, "zlu"],
    defaultMarkdownTableMode: DEFAULT_TABLES,
    normalizeTarget: (raw) => stripChannel(raw) || undefined,
    inferTargetChatType: ({ to }) => (/^(group|g):/i.test(stripChannel(to)) ? "group" : "direct"),
    targetResolver,
    resolveOutboundSessionRoute,
};

/**
 * The channel `zalouser`, as the Gateway sees it.
 * @type {import("./types.d.ts").ChannelPlugin<import("./types.d.ts").Account>}
 */
export const plugin = {
    id: CHANNEL,
    meta: {
        id: CHANNEL,
        label: "Zalo Personal",
        selectionLabel: "Zalo (Personal Account)",
        docsPath: "/channels/zalouser",
        docsLabel: CHANNEL,
        blurb: "A personal Zalo account through Zalo Companion.",
        aliases: ["zlu"],
        order: 85,
    },
    capabilities: { chatTypes: ["direct", "group"], media: true, reactions: true, edit: true, unsend: true, reply: true, threads: false, polls: false, nativeCommands: false, blockStreaming: true },
    gatewayMethods: ["web.login.start", "web.login.wait"],
    reload: { configPrefixes: ["channels.zalouser", "plugins.entries.zalouser"] },
    configSchema: { schema: manifest.channelConfigs[CHANNEL].schema },
    config,
    setup: {
        resolveAccountId: ({ accountId }) => accountId || DEFAULT_ACCOUNT,
        validateInput,
        applyAccountConfig,
        configPromotion: "preserve-root",
    },
    setupWizard,
    security,
    groups,
    agentPrompt,
    threading: { resolveReplyToMode: ({ cfg, accountId }) => resolveAccount(cfg, accountId).config.replyToMode ?? "off" },
    messaging,
    directory,
    resolver,
    pairing,
    auth: { login },
    outbound,
    message,
    actions,
    status,
    gateway: {
        startAccount,
        loginWithQrStart,
        loginWithQrWait,
        logoutAccount,
    },
};
