// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// The members that the plugin reads of the companion's responses, with their types. Other members may have any type, and optional ones may
// be missing: a newer companion sends more, an older one less.

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const missing = (value) => value === undefined || value === null;
const text = (value) => missing(value) || typeof value === "string";
const number = (value) => missing(value) || typeof value === "number";
const object = (members) => (value) => missing(value) || (isObject(value) && Object.entries(members).every(([name, fits]) => fits(value[name])));
const array = (fits) => (value) => missing(value) || (Array.isArray(value) && value.every((item) => !missing(item) && fits(item)));
const required = (fits) => (value) => !missing(value) && fits(value);

const user = object({ userId: required(text), displayName: text, avatar: text });
const withText = object({ text });
const profile = object({
    profile: required(text),
    account: object({ userId: text, displayName: text }),
    session: object({ state: text, since: number, lastVerifiedAt: number, reason: withText, nextStep: withText }),
    queue: object({ inboundWaiting: number, inboundDead: number, inboundExpired: number, outboundWaiting: number, outboundUncertain: number }),
    lastIn: number,
    lastOut: number,
});
const state = object({ state: text });
const snapshot = object({ profiles: required(array(profile)), companion: object({ version: text }), zca: object({ error: withText, can: array(text) }), delivery: state, bridge: state, secrets: object({ store: text }) });
const sent = object({ messageIds: array(text), messageId: text });
const users = object({ items: required(array(user)), total: number, nextCursor: text });

const RESULTS = {
    "status.get": snapshot,
    "status.subscribe": snapshot,
    "me.get": user,
    "friends.list": users,
    "groups.list": object({ items: required(array(object({ groupId: required(text), name: text, memberCount: number, avatar: text }))), total: number, nextCursor: text }),
    "groups.members": users,
    "login.start": object({ loginId: text, user: object({ userId: text, displayName: text }) }),
    "message.edit": sent,
    "message.history": object({ items: required(array(object({ messageId: text, senderId: text, senderName: text, text: required(text), medium: text, time: number, outcome: text, code: text, reason: text }))), nextCursor: text }),
    "message.react": sent,
    "message.send": sent,
    "message.sticker": sent,
    "message.unsend": sent,
    "message.outcome": object({ state: required(text), messageIds: array(text), parts: array(state) }),
};

const NOTIFICATIONS = {
    "status.changed": snapshot,
    "login.changed": object({ loginId: text, step: required(text), payload: text, png: text, attempt: number, by: text, user: object({ userId: text, displayName: text }), error: object({}) }),
};

const fits = (validators, method, value) => !Object.hasOwn(validators, method) || validators[method](value);

/** True if the plugin can use this result of a request. */
export const isResult = (method, result) => fits(RESULTS, method, result);

/** True if the plugin can use the parameters of this notification. */
export const isNotification = (method, params) => fits(NOTIFICATIONS, method, params);
