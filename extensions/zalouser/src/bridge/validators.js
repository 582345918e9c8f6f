// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What the plugin reads of the companion's answers, each member with its type. Members that it does not read may be anything, and
// those that it can do without may be missing: a newer companion says more, an older one less.

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const missing = (value) => value === undefined || value === null;
const text = (value) => missing(value) || typeof value === "string";
const number = (value) => missing(value) || typeof value === "number";
const one = (members) => (value) => missing(value) || (isObject(value) && Object.entries(members).every(([name, fits]) => fits(value[name])));
const many = (fits) => (value) => missing(value) || (Array.isArray(value) && value.every((item) => !missing(item) && fits(item)));
const need = (fits) => (value) => !missing(value) && fits(value);

const user = one({ userId: need(text), displayName: text, avatar: text });
const words = one({ text });
const profile = one({
    profile: need(text),
    account: one({ userId: text, displayName: text }),
    session: one({ state: text, since: number, lastProved: number, reason: words, nextStep: words }),
    queue: one({ inboundWaiting: number, inboundDead: number, outboundWaiting: number, outboundUncertain: number }),
    lastIn: number,
    lastOut: number,
});
const state = one({ state: text });
const snapshot = one({ profiles: need(many(profile)), companion: one({ version: text }), zca: one({ error: words }), delivery: state, bridge: state, secrets: one({ store: text }) });
const users = one({ items: need(many(user)), nextCursor: text });

const RESULTS = {
    "status.get": snapshot,
    "status.subscribe": snapshot,
    "me.get": user,
    "friends.list": users,
    "groups.list": one({ items: need(many(one({ groupId: need(text), name: text, memberCount: number, avatar: text }))), nextCursor: text }),
    "groups.members": users,
    "login.start": one({ loginId: text, user: one({ userId: text, displayName: text }) }),
    "message.send": one({ messageIds: many(text), messageId: text }),
    "message.outcome": one({ state: need(text), messageIds: many(text), parts: many(state) }),
};

const NOTIFICATIONS = {
    "status.changed": snapshot,
    "login.changed": one({ loginId: text, step: need(text), payload: text, png: text, attempt: number, by: text, user: one({ userId: text, displayName: text }), error: one({}) }),
};

const fits = (shapes, method, value) => !Object.hasOwn(shapes, method) || shapes[method](value);

/** True where the plugin can use this result of a request. */
export const isResult = (method, result) => fits(RESULTS, method, result);

/** True where the plugin can use what this notification says. */
export const isNotification = (method, params) => fits(NOTIFICATIONS, method, params);
