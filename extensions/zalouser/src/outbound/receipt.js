// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { CHANNEL } from "../runtime.js";

/**
 * The Gateway's record of a send (`MessageReceipt` of its SDK), with the first id.
 * @param {(string|number)[]} ids of the messages at Zalo, in order; never empty
 * @param {string} conversationId
 */
export function receiptOf(ids, conversationId) {
    const platformMessageIds = ids.map(String);
    const parts = platformMessageIds.map((platformMessageId, index) => ({ platformMessageId, kind: "unknown", index, raw: { channel: CHANNEL, messageId: platformMessageId, conversationId } }));
    const [messageId] = platformMessageIds;
    return { messageId, receipt: { primaryPlatformMessageId: messageId, platformMessageIds, parts, sentAt: Date.now() } };
}
