// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

/** @type {Record<string, import("./reasons.js").Code>} */
const STICKERS_AND_REACTIONS = { "chat.sticker": "onlySticker", "chat.reaction": "onlyReaction" };

/**
 * The reason for which a message that nobody wrote words in starts no turn: it is a sticker, a reaction or a contact card, of which only the
 * contact's name is known.
 * @param {Pick<import("../types.d.ts").InboundMessage, "msgType" | "text" | "media">} message
 * @returns {import("./reasons.js").Code | undefined}
 */
export function wordlessKind({ msgType = "", text, media = [] }) {
    if (Object.hasOwn(STICKERS_AND_REACTIONS, msgType)) return STICKERS_AND_REACTIONS[msgType];
    // Of the same type are links, which come with their address.
    const isCard = msgType === "chat.recommended" && media.length === 0 && !/https?:\/\//i.test(text);
    return isCard ? "onlyContact" : undefined;
}
