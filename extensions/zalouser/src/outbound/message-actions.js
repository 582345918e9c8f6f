// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { BridgeError, CODE } from "../bridge/errors.js";
import { shared } from "../runtime.js";
import { timing } from "../timing.js";
import { composed } from "./compose.js";
import { send } from "./outbound.js";

/** What `zca.can` calls each, and its method. */
const METHODS = { react: "message.react", unsend: "message.unsend", edit: "message.edit", sticker: "message.sticker" };

export const MESSAGE_ACTIONS = Object.keys(METHODS);

/**
 * True where the installed zca can do an action, or the companion knows the method that reads. A process without a lasting connection does not
 * know: the companion then refuses it in words.
 */
export function isOffered(action) {
    const { can, companion } = shared.connectionManager ?? {};
    return action === "read" ? !companion?.missing.includes("message.history") : (can?.includes(action) ?? true);
}

/**
 * What the companion is told besides the target and the key; `compose` makes words of a text.
 * @typedef {{messageId?: unknown, emoji?: unknown, remove?: unknown, message?: unknown, stickerId?: unknown}} ActionParams
 * @type {Record<string, (params: ActionParams, compose: (text: string) => Promise<import("../types.d.ts").StyledText>) => object | Promise<object>>}
 */
const CONTENTS = {
    react: ({ messageId, emoji, remove }) => ({ messageId: idOf(messageId, "messageId"), ...reaction(emoji, remove) }),
    unsend: ({ messageId }) => ({ messageId: idOf(messageId, "messageId") }),
    edit: async ({ messageId, message }, compose) => ({ messageId: idOf(messageId, "messageId"), ...(await compose(textOf(message, "message"))) }),
    sticker: ({ stickerId }) => ({ stickerId: idOf(stickerId, "stickerId") }),
};

/** An account has one reaction to a message: to take it back no emoji is needed. */
const reaction = (emoji, remove) => (remove === true || emoji === "" ? {} : { emoji: textOf(emoji, "emoji").trim() });

const bad = (text) => new BridgeError("params", text, { code: CODE.params, data: { possiblySent: false } });

function textOf(value, name) {
    if (typeof value !== "string" || value.trim() === "") throw bad(`This needs ${name}.`);
    return value;
}

function idOf(value, name) {
    const id = String(value ?? "").trim();
    if (!/^\d{1,30}$/.test(id)) throw bad(`This needs ${name}: a number of Zalo's.`);
    return id;
}

/**
 * Does one of MESSAGE_ACTIONS, once for a key.
 * @param {import("../types.d.ts").OpenClawConfig} cfg
 * @param {import("../types.d.ts").Account} account
 * @param {string} action
 * @param {import("../types.d.ts").Target} target
 * @param {object} params
 * @param {string} key
 * @returns {Promise<{success: true, messageId?: string}>} with the new message's id where there is one
 */
export async function act(cfg, account, action, target, params, key) {
    const content = await CONTENTS[action](params, (text) => composed(cfg, account, target, text));
    const message = { ...target, ...content, key, deadlineMs: timing.sendDeadlineMs };
    const { messageId } = await send(cfg, account, message, METHODS[action]);
    return { success: true, ...(messageId ? { messageId } : {}) };
}
