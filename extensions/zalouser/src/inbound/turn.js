// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import timers from "node:timers/promises";
import { addressOf } from "../account/account.js";
import { BridgeError, isConnectionError, errorMessage } from "../bridge/errors.js";
import { shownName } from "../foreign-text.js";
import { CHANNEL } from "../runtime.js";
import { timing } from "../timing.js";
import { composed } from "../outbound/compose.js";
import { formatted } from "../outbound/formatting.js";
import { inboundMedia, withMedia, withMissingMedia } from "../outbound/media.js";
import { mediaMessage, sendOptions, textMessage } from "../outbound/outbound.js";
import { chatWindow, forget, memberNames, pending, remember } from "./group-context.js";
import { commandText, decide, isUnaddressed, kindOf, mentionFacts, refusalOf } from "./policy.js";
import { dropped, failed } from "./reasons.js";
import { routeOf } from "./route.js";
import { wordlessKind } from "./wordless.js";

/** Times that a message is handed over again which the Gateway neither took nor answered; the pause doubles each time. */
const MAX_BUSY_RETRIES = 4;

/**
 * Processes one stored message: policy, pairing, agent, replies.
 * @param {import("../types.d.ts").InboundMessage} message
 * @param {import("../types.d.ts").TurnContext} context
 *   `core` is the plugin runtime; `nameResolver` knows those of the account's lists (createNameResolver); `selfId` the Zalo id of the account, for mentions
 * @param {import("../types.d.ts").TurnLifecycle} lifecycle `signal` ends what the Gateway has not adopted
 *   yet, `stopping` what waits for the companion; `replyOptions` carry the adoption; `onReplying` is told that
 *   the turn's reply is being sent, `threadFree` resolves when no other turn of the thread sends its own;
 *   `isTaken` is true once the Gateway has adopted or queued the message, `isQueued` once it waits in the Gateway's own queue, `isRepeated` while an earlier process
 *   had begun the message and this one has not
 * @returns {Promise<import("../types.d.ts").Outcome>} throws where it may be tried again
 */
export async function runTurn(message, context, lifecycle) {
    const text = message.text.trim();
    if (text === "" && !message.media?.length) return dropped("noText");
    const own = [message.account, context.selfId].includes(message.senderId);
    if (own) return dropped("ownMessage");
    const route = routeOf(message, context);
    const gateway = { ...context, agentId: route.agentId };
    await gateway.nameResolver?.ready(AbortSignal.any([lifecycle.signal, lifecycle.stopping]));
    const first = await decide(message, gateway);
    const refusal = refusalOf(first);
    const unsent = first.senderAccess.decision === "pairing" ? await challenge(message, gateway, lifecycle) : undefined;
    if (isUnaddressed(first)) remember(message, gateway);
    if (unsent) return dropped("pairingCodeNotSent", { detail: unsent });
    if (refusal) return { outcome: "dropped", ...refusal };
    const wordless = wordlessKind(message);
    if (wordless && gateway.account.config.wordlessTurns !== true) return dropped(wordless);
    const access = await decide(message, gateway, { agentId: route.agentId, sessionKey: route.sessionKey, messageId: gatewayIdOf(message), inboundEventKind: "user_request" });
    for (let retries = 0; ; ++retries) {
        const result = await dispatch(message, text, route, access, gateway, lifecycle);
        if (result) return result;
        if (retries === MAX_BUSY_RETRIES) return dropped("noTurn");
        await timers.setTimeout(timing.busyRetryMs * 2 ** retries, undefined, { signal: AbortSignal.any([lifecycle.signal, lifecycle.stopping]) });
    }
}

/**
 * Gives the sender a pairing code, once. One that could not be sent goes out with the sender's next message: the same message has the same key,
 * and the companion's answer to it stays what it was.
 * @returns {Promise<string | undefined>} why it was not sent
 */
async function challenge(message, gateway, lifecycle) {
    const { core, account, connection, approvals } = gateway;
    const { senderId } = message;
    const senderName = shownName(message.senderName);
    const { code, created } = await core.channel.pairing.upsertPairingRequest({
        channel: CHANNEL,
        accountId: account.accountId,
        id: senderId,
        meta: senderName ? { name: senderName } : {},
    });
    // The Gateway gives no code while too many others wait.
    if (!code || (!created && approvals?.keyFor(senderId))) return undefined;
    // Whoever may approve hears of it at once: sending can be paused for long.
    connection.notify("pairing.requested", { accountId: account.accountId, senderId, ...(senderName ? { name: senderName } : {}) });
    const text = core.channel.pairing.buildPairingReply({ channel: CHANNEL, idLine: `Your Zalo user id: ${senderId}`, code });
    try {
        await reply(message, textMessage(targetOf(message), await formatted(account, text), `${replyKeyOf(message)}:pairing`), gateway, lifecycle);
    } catch (error) {
        if (!(error instanceof BridgeError)) throw error;
        return error.message;
    }
    approvals?.begin(senderId);
    return undefined;
}

/**
 * @returns {Promise<import("../types.d.ts").Outcome | undefined>} undefined if the Gateway did nothing: it refuses a message without a word
 *   while a turn that was stopped in the same session still ends
 */
async function dispatch(message, text, route, access, gateway, lifecycle) {
    const { core, cfg, account, selfId, log } = gateway;
    const history = pending(message, gateway);
    const address = addressOf(message.threadId, message.isGroup);
    const ctxPayload = core.channel.inbound.buildContext({
        channelIngress: access,
        channel: CHANNEL,
        accountId: account.accountId,
        messageId: gatewayIdOf(message),
        messageIdFull: message.msgId,
        timestamp: message.timestamp,
        from: message.isGroup ? address : addressOf(message.senderId, false),
        sender: { id: message.senderId, name: shownName(message.senderName) || undefined },
        conversation: { kind: kindOf(message), id: message.threadId, label: labelOf(message) },
        route: { agentId: route.agentId, dmScope: route.dmScope, accountId: account.accountId, routeSessionKey: route.sessionKey, dispatchSessionKey: route.sessionKey },
        reply: { to: address, originatingTo: address },
        message: { body: text, bodyForAgent: prefixed(account, withMissingMedia(text, message)), rawBody: text, commandBody: commandText(message, selfId), inboundHistory: history.length > 0 ? history : undefined },
        access: message.isGroup ? { mentions: mentionFacts(message, gateway) } : undefined,
        media: await inboundMedia(message, core.channel.media.saveMediaBuffer, log),
        supplemental: {
            ...(message.quote ? { quote: quoteOf(message, gateway) } : {}),
            ...(history.length > 0 ? { channelStructuredContext: [chatWindow(history)] } : {}),
        },
        extra: { CommandAuthorized: access.commandAccess.requested ? access.commandAccess.authorized : undefined, GroupMembers: await memberNames(message, gateway) },
    });
    /** @type {any[]} */
    const failures = [];
    let answered = false;
    let ordinal = 0; // part of the reply's key: a repeated turn sends no reply twice
    await core.channel.inbound.dispatch({
        channel: CHANNEL,
        accountId: account.accountId,
        cfg,
        route: { agentId: route.agentId, dmScope: route.dmScope, sessionKey: route.sessionKey },
        ctxPayload,
        replyOptions: lifecycle.replyOptions,
        // The Gateway looks at the thread's last reply next: one that is just being sent must have arrived by then.
        afterRecord: async () => void (await lifecycle.threadFree?.()),
        replyPipeline: { typing: typing(message, gateway) },
        delivery: {
            deliver: async (payload, info) => {
                answered = true;
                // What the Gateway has queued it answers later by its own way. A turn that ends just now makes it forget that, and apologize here.
                // It also apologizes for a message that it knows from before its death, whose turn it continues or has answered already.
                if (lifecycle.isQueued?.() || (lifecycle.isRepeated?.() && !access.commandAccess.requested)) return { visibleReplySent: false, messageIds: [] };
                if (info?.kind !== "tool" && info?.kind !== "block") lifecycle.onReplying?.();
                /** @type {string[]} */
                const messageIds = [];
                let sent = false; // the zca-cli dialect returns no id
                const go = async (content) => {
                    const answer = await reply(message, content(`${replyKeyOf(message)}:${ordinal++}`), gateway, lifecycle);
                    sent = true;
                    messageIds.push(...(answer.messageIds ?? []).map(String));
                };
                const target = targetOf(message);
                const { text } = payload;
                const replyToId = payload.replyToId === gatewayIdOf(message) ? message.msgId : payload.replyToId;
                const words = text?.trim() ? await composed(cfg, account, target, text) : undefined;
                if (words) await go((key) => textMessage(target, words, key, replyToId));
                for (const mediaUrl of mediaOf(payload)) await withMedia(cfg, account, await mediaSource(mediaUrl, route, cfg), (media) => go((key) => mediaMessage(target, media, "", key)));
                return { visibleReplySent: sent, messageIds };
            },
            onError: (error) => failures.push(error),
        },
        record: { onRecordError: (error) => log?.warn?.(`zalouser: the session could not be recorded: ${errorMessage(error)}`) },
    });
    lifecycle.signal.throwIfAborted();
    // A command may be done without an answer, and is not done twice. A turn from before the Gateway's death may be continued without a word.
    const mayBeSilent = access.commandAccess.requested || lifecycle.isRepeated?.();
    if (!answered && !lifecycle.isTaken() && !mayBeSilent) return undefined;
    if (!access.commandAccess.requested) forget(message, gateway, history);
    if (failures.length === 0) return { outcome: "dispatched" };
    log?.error?.(`zalouser: a reply was not delivered: ${errorMessage(failures[0])}`);
    // Only our own sentences travel: another error may quote a message.
    const [error] = failures;
    return error instanceof BridgeError
        ? failed("replyNotDelivered", { detail: error.kind, because: error.message })
        : { ...failed("replyNotDelivered"), reason: "the reply was not delivered; the Gateway's log says why" };
}

/** `messagePrefix` is for the agent alone: commands and the session's name see what was written. */
const prefixed = ({ config: { messagePrefix } }, text) => (messagePrefix ? `${messagePrefix} ${text}` : text);
const labelOf = (message) => (message.isGroup ? shownName(message.threadName, `group:${message.threadId}`) : shownName(message.senderName, `user:${message.senderId}`));

/** The quoted message; the Gateway decides whether its sender's text may reach the agent. */
function quoteOf({ quote }, { selfId }) {
    return { id: quote.msgId, body: quote.text, sender: shownName(quote.senderName) || quote.senderId, isQuote: true, isSelf: quote.senderId !== undefined && quote.senderId === selfId };
}

/** The typing indicator. Its failures are ignored: the reply itself follows. */
function typing({ profile, threadId, isGroup }, { connection }) {
    return {
        // Not awaited: the Gateway goes on only after it, and each is a process of zca.
        start: async () => void connection.call("typing.send", { profile, threadId, isGroup }).catch(() => {}),
        onStartError: () => {},
        keepaliveIntervalMs: timing.typingIntervalMs,
        maxDurationMs: timing.typingMaxDurationMs,
    };
}

/** For twenty minutes the Gateway takes the same id for the same message: one that is handed over once more has another. */
const gatewayIdOf = (/** @type {import("../types.d.ts").InboundMessage} */ { msgId, acceptedBefore }) => (acceptedBefore ? `${msgId}:${acceptedBefore}` : msgId);
/** Messages that a version before the ids of threads stored have none of their own. */
const replyKeyOf = ({ replyKey, profile, msgId }) => replyKey ?? `${profile}:${msgId}`;
/** A reply is the account's that was written to, also when another person has logged in since. */
const targetOf = ({ threadId, isGroup, account }) => ({ threadId, isGroup, ...(account ? { account } : {}) });
const mediaOf = ({ mediaUrls, mediaUrl }) => mediaUrls ?? (mediaUrl ? [mediaUrl] : []);

/** A medium of a reply: a URL, or a file in the agent's own folders. */
async function mediaSource(mediaUrl, { agentId }, cfg) {
    const { getAgentScopedMediaLocalRoots } = await import("openclaw/plugin-sdk/media-local-roots");
    return { mediaUrl, mediaLocalRoots: getAgentScopedMediaLocalRoots(cfg, agentId) };
}

/** Sends one reply. It waits for a lost connection to return: the key makes the repetition the same send. */
async function reply({ profile }, content, /** @type {import("../types.d.ts").TurnContext} */ { connection, onReply }, { signal, stopping }) {
    const ended = AbortSignal.any([signal, stopping]);
    const params = { profile, ...content, deadlineMs: timing.replyDeadlineMs };
    for (;;) {
        await connection.whenConnected(ended);
        ended.throwIfAborted();
        try {
            const answer = await connection.call("message.send", params, sendOptions(params));
            onReply?.();
            return answer;
        } catch (error) {
            if (isConnectionError(error)) continue;
            // The disk is full. The message may be stored already; its key returns the result once there is room again.
            if (error.kind !== "storage") throw error;
            await timers.setTimeout(timing.storageRetryMs, undefined, { signal: ended });
        }
    }
}
