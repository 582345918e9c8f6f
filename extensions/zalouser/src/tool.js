// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import crypto from "node:crypto";
import { parseTarget, resolveAccount } from "./account.js";
import { ask } from "./client.js";
import { listAll } from "./directory.js";
import { wordsOf } from "./errors.js";
import { currentConfig } from "./host.js";
import { withMedia } from "./media.js";
import { linkMessage, mediaMessage, send, textMessage, webAddress } from "./outbound.js";
import { probeAccount } from "./status.js";

const DEFAULT_LIMIT = 50;

/** Each action gets the account and the parameters, and gives what the agent reads. */
const ACTIONS = {
    send: async (cfg, account, params) => sent(await send(cfg, account, textMessage(targetOf(params), need(params, "message"), newKey()))),
    image: async (cfg, account, params) => {
        const target = targetOf(params);
        // No local file: what the agent may read is the message tool's affair, which knows the agent's folders.
        const source = { mediaUrl: webAddress(need(params, "url")) };
        return await withMedia(cfg, account, source, async (media) => sent(await send(cfg, account, mediaMessage(target, media, params.message, newKey()))));
    },
    link: async (cfg, account, params) => sent(await send(cfg, account, linkMessage(targetOf(params), need(params, "url"), params.message, newKey()))),
    friends: async (cfg, account, params) => ({
        friends: (await listAll(cfg, account, "friends.list", { query: params.query, limit: DEFAULT_LIMIT })).map(({ userId, displayName }) => ({ userId, displayName })),
    }),
    groups: async (cfg, account, params) => ({
        groups: (await listAll(cfg, account, "groups.list", { query: params.query, limit: DEFAULT_LIMIT })).map(({ groupId, name, memberCount }) => ({ groupId, name, memberCount })),
    }),
    me: (cfg, account) => ask(cfg, account, "me.get"),
    status: async (cfg, account) => {
        const { ok, state, error, fix, user } = await probeAccount({ cfg, account });
        return { authenticated: ok, ...(state ? { state } : {}), ...(user ? { user } : {}), ...(error ? { error } : {}), ...(fix ? { fix } : {}) };
    },
};

/** The agent's tool `zalouser`. */
export function createTool() {
    const names = Object.keys(ACTIONS);
    return {
        name: "zalouser",
        label: "Zalo Personal",
        description: `Use the owner's personal Zalo account: send text, pictures and links, look up friends and groups, see who is logged in. Actions: ${names.join(", ")}.`,
        parameters: {
            type: "object",
            additionalProperties: false,
            required: ["action"],
            properties: {
                action: { type: "string", enum: names, description: `What to do: ${names.join(", ")}` },
                threadId: { type: "string", description: "send, image, link: a user's id, or group:<id>" },
                message: { type: "string", description: "send: the text; image, link: a caption" },
                isGroup: { type: "boolean", description: "send, image, link: true when threadId is a group" },
                profile: { type: "string", description: "The Zalo profile, where there are several" },
                query: { type: "string", description: "friends, groups: part of a name" },
                url: { type: "string", description: "image, link: an http(s) address" },
            },
        },
        async execute(_callId, params) {
            try {
                const action = Object.hasOwn(ACTIONS, params.action) ? ACTIONS[params.action] : undefined;
                if (!action) throw new Error(`Unknown action. Valid actions: ${names.join(", ")}`);
                const cfg = currentConfig();
                const account = resolveAccount(cfg);
                return result(await action(cfg, params.profile ? { ...account, profile: params.profile } : account, params));
            } catch (error) {
                return result({ error: wordsOf(error) });
            }
        },
    };
}

const newKey = () => `tool:${crypto.randomUUID()}`;
const sent = ({ messageId }) => ({ success: true, ...(messageId ? { messageId } : {}) });
const result = (payload) => ({ content: [{ type: "text", text: JSON.stringify(payload) }], details: payload });

function targetOf(params) {
    const target = parseTarget(need(params, "threadId"));
    return { ...target, isGroup: params.isGroup ?? target.isGroup };
}

function need(params, name) {
    const value = params[name];
    if (typeof value !== "string" || value.trim() === "") throw new Error(`${params.action} needs ${name}.`);
    return value;
}
