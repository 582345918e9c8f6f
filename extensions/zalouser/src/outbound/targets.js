// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { nameKey, parseTarget, resolveAccount, stripChannel } from "../account/account.js";
import { request, withCompanion } from "../bridge/one-shot.js";
import { BridgeError, CODE, errorMessage, isConnectionError } from "../bridge/errors.js";
import { shownName } from "../foreign-text.js";
import { askedLately } from "./known-ids.js";

/** So many are named where a name is not clear. */
const MAX_CANDIDATES = 5;
/** Enough to see whether a name is somebody's alone. */
const PAGE_SIZE = 50;

/**
 * Whom an address means: `group:<id>`, `user:<id>`, an id (of one of the account's groups, else a person's), or a name of a friend or group,
 * also behind `group:` or `user:`. A name that several have is refused with their ids, never guessed.
 * @param {import("../types.d.ts").OpenClawConfig} cfg
 * @param {{profile: string}} account
 * @param {string} raw
 * @returns {Promise<import("../types.d.ts").Target & {name?: string}>} throws BridgeError
 */
export async function resolveTarget(cfg, { profile }, raw) {
    const { prefix, rest } = partsOf(raw);
    if (isId(rest) && prefix) return parseTarget(raw);
    if (rest === "") return parseTarget(raw);
    if (isId(rest)) {
        const group = await askedLately(profile, rest, () => groupWith(cfg, profile, rest)).catch(whereUnknown);
        return { threadId: rest, isGroup: group !== undefined, ...(group?.name ? { name: group.name } : {}) };
    }
    return await withCompanion(cfg, async (call) => {
        const list = async (method, query, limit) => (await call(method, { profile, query, limit })).items;
        const groups = prefix === "user" ? [] : (await list("groups.list", rest, PAGE_SIZE)).map(({ groupId, name }) => ({ threadId: String(groupId), isGroup: true, name: shownName(name) }));
        const friends = prefix === "group" ? [] : (await list("friends.list", rest, PAGE_SIZE)).map(({ userId, displayName }) => ({ threadId: String(userId), isGroup: false, name: shownName(displayName) }));
        return theOne(rest, [...friends, ...groups]);
    });
}

/** @returns {Promise<{name?: string} | undefined>} the account's group with this id */
async function groupWith(cfg, profile, id) {
    const { items } = await request(cfg, { profile }, "groups.list", { query: id, limit: PAGE_SIZE });
    const group = items.find(({ groupId }) => String(groupId) === id);
    return group && { name: shownName(group.name) };
}

/** A list that cannot be had keeps no message from a person; without the companion nothing is sent anyway. */
function whereUnknown(error) {
    if (isConnectionError(error)) throw error;
    return undefined;
}

/** `group:Gia đình` → {prefix: "group", rest: "Gia đình"} */
function partsOf(raw) {
    const match = /^(group|g|user|u|dm):(.*)$/is.exec(stripChannel(raw));
    const prefix = match ? (/^g/i.test(match[1]) ? "group" : "user") : undefined;
    return { prefix, rest: (match ? match[2] : stripChannel(raw)).trim() };
}

const isId = (text) => /^\d{1,32}$/.test(text);

/** The same without accents: many people leave them out. */
const folded = (name) => nameKey(name).normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");

function theOne(name, found) {
    for (const same of [(one) => nameKey(one.name) === nameKey(name), (one) => folded(one.name) === folded(name)]) {
        const matches = found.filter(same);
        if (matches.length === 1) return matches[0];
        if (matches.length > 1) throw unclear(`${matches.length} have the name “${name}”`, matches);
    }
    throw unclear(`Nobody and no group has the name “${name}”`, found);
}

function unclear(what, found) {
    const shown = found.slice(0, MAX_CANDIDATES).map((one) => `${one.name} (${one.isGroup ? "group" : "user"}:${one.threadId})`);
    const more = found.length > shown.length ? `, and ${found.length - shown.length} more` : "";
    const advice = shown.length > 0 ? `Write the id of the one you mean: ${shown.join(", ")}${more}.` : "Look the id up: openclaw directory peers list --channel zalouser --query NAME (groups: directory groups list).";
    return new BridgeError("threadUnknown", `${what}. ${advice}`, { code: CODE.thread, data: { possiblySent: false } });
}

/**
 * Every address is resolved here, names too: the Gateway's own search takes a part of a name for the whole.
 * @satisfies {NonNullable<NonNullable<import("../types.d.ts").ChannelPlugin["messaging"]>["targetResolver"]>}
 */
export const targetResolver = {
    looksLikeId: (raw) => stripChannel(raw) !== "",
    hint: "<userId>|group:<groupId>|<name>|group:<name>",
    resolveTarget: async ({ cfg, accountId, input }) => {
        try {
            const { threadId, isGroup, name } = await resolveTarget(cfg, resolveAccount(cfg, accountId), input);
            return { to: isGroup ? `group:${threadId}` : threadId, kind: isGroup ? "group" : "user", ...(name ? { display: name } : {}) };
        } catch (error) {
            // Who cannot be asked now is asked when the message is sent, which may be later.
            if (isId(partsOf(input).rest)) return null;
            throw error;
        }
    },
};

/** `openclaw channels resolve`. @satisfies {import("../types.d.ts").ChannelPlugin["resolver"]} */
export const resolver = {
    resolveTargets: async ({ cfg, accountId, inputs, kind }) => {
        const account = resolveAccount(cfg, accountId);
        const results = [];
        for (const input of inputs) {
            try {
                const wanted = kind === "group" && !partsOf(input).prefix ? `group:${stripChannel(input)}` : input;
                const { threadId, name } = await resolveTarget(cfg, account, wanted);
                results.push({ input, resolved: true, id: threadId, ...(name ? { name } : {}) });
            } catch (error) {
                results.push({ input, resolved: false, note: errorMessage(error) });
            }
        }
        return results;
    },
};
