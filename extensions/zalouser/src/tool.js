// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import crypto from "node:crypto";
import { listAccountIds, parseTarget, requireAccount, resolveAccount, stripChannel } from "./account/account.js";
import { request } from "./bridge/one-shot.js";
import { listPage } from "./directory.js";
import { errorMessage } from "./bridge/errors.js";
import { shownName, shownRecord } from "./foreign-text.js";
import { CHANNEL, currentConfig } from "./runtime.js";
import { composed } from "./outbound/compose.js";
import { withMedia } from "./outbound/media.js";
import { MESSAGE_ACTIONS, act, isOffered } from "./outbound/message-actions.js";
import { requireOwn, threadHistory } from "./outbound/thread-history.js";
import { rememberSent } from "./outbound/remember-sent.js";
import { linkMessage, mediaMessage, send, textMessage, webAddress } from "./outbound/outbound.js";
import { resolveTarget } from "./outbound/targets.js";
import { probeAccount } from "./account/status.js";

const DEFAULT_LIMIT = 50;

/** Each action takes the account, the parameters and the call (its conversation and send key), and returns what the agent reads. */
const ACTIONS = {
    send: async (cfg, account, params, { own, key }) => {
        const target = await targetOf(cfg, account, params, own);
        const text = need(params, "message");
        return await deliver(cfg, account, textMessage(target, await composed(cfg, account, target, text), key), target !== own && { text });
    },
    image: async (cfg, account, params, { own, key }) => {
        const target = await targetOf(cfg, account, params, own);
        // No local files: the message tool sends those, because it knows which folders the agent may read.
        const source = { mediaUrl: webAddress(need(params, "url")) };
        const text = params.message ?? "";
        const caption = await composed(cfg, account, target, text);
        return await withMedia(cfg, account, source, (media) => deliver(cfg, account, mediaMessage(target, media, caption, key), target !== own && { text, mediaUrls: [source.mediaUrl] }));
    },
    link: async (cfg, account, params, { own, key }) => {
        const target = await targetOf(cfg, account, params, own);
        const [url, text] = [need(params, "url"), params.message ?? ""];
        return await deliver(cfg, account, linkMessage(target, url, await composed(cfg, account, target, text), key), target !== own && { text: `${text}\n${url}`.trim() });
    },
    friends: async (cfg, account, params) => listOf("friends", ({ userId, displayName }) => ({ userId, displayName: shownName(displayName) }), await listPage(cfg, account, "friends.list", askedPage(params))),
    groups: async (cfg, account, params) => listOf("groups", ({ groupId, name, memberCount }) => ({ groupId, name: shownName(name), memberCount }), await listPage(cfg, account, "groups.list", askedPage(params))),
    me: async (cfg, account) => shownRecord(await request(cfg, account, "me.get")),
    status: async (cfg, account) => {
        const { ok, state, error, fix, user } = await probeAccount({ cfg, account });
        return { authenticated: ok, ...(state ? { state } : {}), ...(user ? { user } : {}), ...(error ? { error } : {}), ...(fix ? { fix } : {}) };
    },
    read: async (cfg, account, params, { own }) => await threadHistory(cfg, account, await ownOnly(cfg, account, params, own), params),
    ...Object.fromEntries(MESSAGE_ACTIONS.map((action) => [action, async (cfg, account, params, { own, key }) => await act(cfg, account, action, await targetOf(cfg, account, params, own), params, key)])),
};

/**
 * The agent's tool `zalouser`, for one agent in one conversation.
 * @typedef {{messageChannel?: string, agentAccountId?: string, deliveryContext?: {channel?: string, to?: string, accountId?: string}}} ToolContext
 * @param {ToolContext} context
 *   the agent's conversation: on this channel it is the default target, and its account the default sender
 */
export function createTool(context = {}) {
    const names = Object.keys(ACTIONS).filter((name) => ![...MESSAGE_ACTIONS, "read"].includes(name) || isOffered(name));
    return {
        name: "zalouser",
        label: "Zalo Personal",
        description: `Use the owner's personal Zalo account: send text, pictures and links, react to messages, take the account's own back, look up friends and groups, see who is logged in. Actions: ${names.join(", ")}.`,
        parameters: {
            type: "object",
            additionalProperties: false,
            required: ["action"],
            properties: {
                action: { type: "string", enum: names, description: `What to do: ${names.join(", ")}` },
                threadId: { type: "string", description: "Whatever concerns a conversation: a user's id or name, or group:<id> or group:<name>; in a Zalo conversation that one without it" },
                message: { type: "string", description: "send: the text; image, link: a caption; edit: the text in its place" },
                isGroup: { type: "boolean", description: "With threadId: true when it is a group" },
                messageId: { type: "string", description: "react, unsend, edit: the message's id; unsend and edit take the account's own in a group" },
                emoji: { type: "string", description: "react: an emoji that Zalo has, such as ❤️ 👍 😆 😮 😭 😡; empty takes the reaction back" },
                stickerId: { type: "string", description: "sticker: the number of one of Zalo's stickers" },
                profile: { type: "string", description: "Another of the owner's Zalo accounts: its profile" },
                query: { type: "string", description: "friends, groups: part of a name" },
                limit: { type: "integer", minimum: 1, maximum: 500, description: `friends, groups: at most so many, ${DEFAULT_LIMIT} without it; read: 20, at most 100` },
                before: { type: "string", description: "read: the before of the page before, for older messages" },
                cursor: { type: "string", description: "friends, groups: the cursor of the page before, for the next one" },
                url: { type: "string", description: "image, link: an http(s) address" },
            },
        },
        async execute(callId, params) {
            try {
                const action = names.includes(params.action) ? ACTIONS[params.action] : undefined;
                if (!action) throw new Error(`Unknown action. Valid actions: ${names.join(", ")}`);
                const cfg = currentConfig();
                const here = placeOf(context);
                const account = params.profile ? accountWith(cfg, params.profile) : requireAccount(cfg, here.accountId);
                // A conversation belongs to one account: its id may name somebody else for another account.
                const own = account.profile === resolveAccount(cfg, here.accountId).profile ? here.target : undefined;
                return result(await action(cfg, account, params, { own, key: keyOf(callId) }));
            } catch (error) {
                return result({ error: errorMessage(error) });
            }
        },
    };
}

/** The agent's conversation, if it is on this channel. */
function placeOf(/** @type {ToolContext} */ { messageChannel, agentAccountId, deliveryContext: at }) {
    if ((at?.channel ?? messageChannel) !== CHANNEL) return {};
    return { accountId: at?.accountId ?? agentAccountId, target: at?.to ? parseTarget(at.to) : undefined };
}

/** The account with this profile. An agent may use only this Gateway's accounts, not every profile of zca on this machine. */
function accountWith(cfg, profile) {
    const accounts = listAccountIds(cfg).map((id) => resolveAccount(cfg, id)).filter(({ enabled }) => enabled);
    const found = accounts.find((account) => account.profile === profile);
    if (!found) throw new Error(`No account of this Gateway has the profile ${JSON.stringify(profile)}. There are: ${accounts.map((account) => account.profile).join(", ")}.`);
    return found;
}

/**
 * The send key of a call. Calls over HTTP or RPC carry their `idempotencyKey` in their id, so that a repetition is the same send. The ids of an
 * agent's calls come from its model: some models restart numbering in each response, and two sends must not become one.
 */
function keyOf(callId) {
    const repeatable = /^(http|rpc)-(direct-operator|delegated)-(?!\d{13}$)./.test(callId);
    return `tool:${repeatable ? crypto.createHash("sha256").update(callId).digest("hex") : crypto.randomUUID()}`;
}

const askedPage = ({ query, limit, cursor }) => ({ query, cursor, limit: Number.isInteger(limit) && limit > 0 ? limit : DEFAULT_LIMIT });

/** A page for the agent: how many there are in all, and where the next one begins. */
const listOf = (name, entry, /** @type {Awaited<ReturnType<typeof listPage>>} */ { items, total, nextCursor }) => ({ [name]: items.map(entry), total: total ?? items.length, ...(nextCursor ? { cursor: nextCursor } : {}) });

/**
 * Sends, and keeps what went to another conversation than the agent's own in that one's session.
 * @param {false | {text: string, mediaUrls?: string[]}} kept as the agent wrote it
 */
async function deliver(cfg, account, /** @type {import("./types.d.ts").OutboundMessage} */ message, kept) {
    const { messageId } = await send(cfg, account, message);
    if (kept) await rememberSent(cfg, account, message, kept, message.key);
    return { success: true, ...(messageId ? { messageId } : {}) };
}

const result = (payload) => ({ content: [{ type: "text", text: JSON.stringify(payload) }], details: payload });

/** The target named by `threadId`, else the agent's conversation. */
async function targetOf(cfg, account, params, own) {
    if (own && !params.threadId?.trim()) return own;
    const named = need(params, "threadId");
    const { threadId, isGroup } = await resolveTarget(cfg, account, params.isGroup === true && !/^(group|g):/i.test(stripChannel(named)) ? `group:${stripChannel(named)}` : named);
    return threadId === own?.threadId ? own : { threadId, isGroup };
}

async function ownOnly(cfg, account, params, own) {
    return requireOwn(own, own && (await targetOf(cfg, account, params, own)));
}

function need(params, name) {
    const value = params[name];
    if (typeof value !== "string" || value.trim() === "") throw new Error(`${params.action} needs ${name}.`);
    return value;
}
