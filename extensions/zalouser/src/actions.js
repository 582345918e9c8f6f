// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import crypto from "node:crypto";
import { listAccountIds, parseTarget, requireAccount, resolveAccount } from "./account/account.js";
import { MESSAGE_ACTIONS, act, isOffered } from "./outbound/message-actions.js";
import { resolveTarget } from "./outbound/targets.js";
import { requireOwn, threadHistory } from "./outbound/thread-history.js";
import { CHANNEL } from "./runtime.js";

/** The Gateway's names of actions → ours. `openclaw message delete` means what the message tool calls unsend. */
const NAMES = new Map([...MESSAGE_ACTIONS.map((name) => /** @type {[string, string]} */ ([name, name])), ["delete", "unsend"], ["read", "read"]]);

/** The conversation that the agent is in, if it is on this channel. */
function currentTarget({ currentChannelProvider, currentChannelId, currentChatType } = /** @type {any} */ ({})) {
    if (currentChannelProvider !== CHANNEL || !currentChannelId) return undefined;
    const target = parseTarget(currentChannelId);
    return { ...target, isGroup: target.isGroup || currentChatType === "group" };
}

/** The conversation that is meant, else the one that the agent is in. */
async function targetOf(cfg, account, params, current) {
    const named = [params.to, params.target, params.threadId, params.chatId].find((value) => typeof value === "string" && value.trim() !== "");
    if (named === undefined && current) return current;
    const { threadId, isGroup } = await resolveTarget(cfg, account, named);
    return threadId === current?.threadId ? current : { threadId, isGroup: isGroup || params.isGroup === true };
}

const result = (details) => ({ content: [{ type: /** @type {const} */ ("text"), text: JSON.stringify(details) }], details });

/** One sticker id; the Gateway hands over a list of them. */
const firstOf = (value) => (Array.isArray(value) ? value[0] : value);

/**
 * What the agent's message tool and `openclaw message …` can do besides sending.
 * @satisfies {NonNullable<import("./types.d.ts").ChannelPlugin["actions"]>}
 */
export const actions = {
    describeMessageTool: ({ cfg, accountId }) => {
        const accounts = (accountId ? [accountId] : listAccountIds(cfg)).map((id) => resolveAccount(cfg, id));
        if (!accounts.some(({ enabled }) => enabled)) return null;
        const offered = [...NAMES].filter(([, ours]) => isOffered(ours)).map(([theirs]) => theirs);
        return { actions: /** @type {any} */ (offered) };
    },
    supportsAction: ({ action }) => NAMES.has(action),
    handleAction: async ({ action, params, cfg, accountId, toolContext, conversationReadOrigin }) => {
        const ours = NAMES.get(action);
        if (!ours) throw new Error(`The channel zalouser cannot ${action}.`);
        const account = requireAccount(cfg, accountId);
        const current = currentTarget(toolContext);
        const target = await targetOf(cfg, account, params, current);
        if (ours === "read") {
            if (conversationReadOrigin !== "direct-operator") requireOwn(current, target);
            return result(await threadHistory(cfg, account, target, /** @type {any} */ (params)));
        }
        // A reaction may mean the message that is being answered. Nothing is taken back that was not named.
        const answered = ours === "react" && target === current ? toolContext?.currentMessageId : undefined;
        const messageId = params.messageId ?? params.message_id ?? answered;
        const key = `action:${crypto.randomUUID()}`;
        return result(await act(cfg, account, ours, target, { ...params, messageId, stickerId: firstOf(params.stickerId) }, key));
    },
};
