// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

/**
 * Why a message got no answer: each code that `inbound.outcome` names (PROTOCOL.md), and the sentence beside it for companions that do not know
 * codes. With a detail the sentence ends in it.
 */
const SENTENCES = {
    directOff: "direct messages are off (dmPolicy)",
    senderNotAllowed: "the sender is not in allowFrom",
    pairingPending: "pairing required",
    pairingCodeNotSent: "pairing required; the code could not be sent and goes out with the next message",
    commandNotAllowed: "the sender may not give commands",
    groupsOff: "groups are off (groupPolicy)",
    noGroupAllowed: "no group is allowed (groups, groupAllowFrom)",
    groupNotAllowed: "the group is not in groups",
    groupDisabled: "the group is off (groups)",
    groupSenderNotAllowed: "the sender is not in groupAllowFrom",
    noMention: "not mentioned",
    otherRule: "a rule of the Gateway",
    noText: "no text",
    ownMessage: "written by this account itself",
    onlySticker: "a sticker starts no turn",
    onlyReaction: "a reaction starts no turn",
    onlyContact: "a contact card starts no turn",
    noTurn: "the Gateway began no turn for it",
    replyNotDelivered: "the reply was not delivered",
    turnFailed: "the turn failed",
};

/** Every code, for tests. */
export const CODES = /** @type {Code[]} */ (Object.keys(SENTENCES));

/**
 * @typedef {keyof typeof SENTENCES} Code
 * @typedef {{code: Code, reason: string, detail?: string}} Reason
 */

/**
 * A reason as it travels.
 * @param {Code} code
 * @param {{detail?: string, because?: string}} [more] `detail` belongs to the code; `because` ends the sentence, by itself the detail
 * @returns {Reason}
 */
export function reasonOf(code, { detail, because = detail } = {}) {
    return { code, reason: because ? `${SENTENCES[code]}: ${because}` : SENTENCES[code], ...(detail ? { detail } : {}) };
}

/** @param {Code} code */
export const dropped = (code, more = {}) => ({ outcome: /** @type {const} */ ("dropped"), ...reasonOf(code, more) });
/** @param {Code} code */
export const failed = (code, more = {}) => ({ outcome: /** @type {const} */ ("failed"), ...reasonOf(code, more) });
