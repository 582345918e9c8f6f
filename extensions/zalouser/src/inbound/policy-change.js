// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// What a person lets the companion change of who the bot answers. The Gateway's own writer does it (`runtime.config.mutateConfigFile`, which every
// supported version has): it knows which file this Gateway reads, checks the schema, refuses what others changed meanwhile, and reloads the channel.
// `config.patch` of the Gateway's RPC would need an administrator's scope for it, and writing the file beside the Gateway would leave all of that out.
// The price is that it writes JSON: comments go, as with every `openclaw config set`; the plan says so before.

import { isDeepStrictEqual } from "node:util";
import { setTimeout as sleep } from "node:timers/promises";
import { groupKeyOf } from "./groups.js";
import { BridgeError, CODE, errorMessage } from "../bridge/errors.js";
import { CHANNEL, currentConfig, runtime, shared } from "../runtime.js";
import { timing } from "../timing.js";
import { groupPolicyOf, normalizeEntry, resolveAccount, settingKeys } from "../account/account.js";

/**
 * One value of the configuration. `null` stands for one that is not there. Of a list only the difference counts: what others put into it stays.
 * @typedef {{path: string[], before: any, after: any}} Change
 */

/** What the companion may ask for; each changes a draft of the configuration. @type {Record<string, (draft: any, who: Who) => void>} */
const WISHES = {
    allowSender: (draft, { accountId, senderId, isGroup }) => {
        const { config } = resolveAccount(draft, accountId);
        if (!isGroup && config.dmPolicy === "disabled") put(draft, accountId, ["dmPolicy"], "allowlist");
        const name = isGroup ? "groupAllowFrom" : "allowFrom";
        const list = config[name] ?? [];
        if (!list.some((entry) => normalizeEntry(entry) === senderId)) put(draft, accountId, [name], [...list, senderId]);
    },
    answerGroup: (draft, { accountId, threadId }) => {
        const account = resolveAccount(draft, accountId);
        if (groupPolicyOf(draft, account.config) === "disabled") put(draft, accountId, ["groupPolicy"], "allowlist");
        put(draft, accountId, ["groups", groupKeyOf(account, threadId) ?? threadId, "enabled"], true);
    },
    withoutMention: (draft, { accountId, threadId }) => {
        const account = resolveAccount(draft, accountId);
        // Where no group is named all of them count; as soon as one is, the others have to be too.
        if (Object.keys(account.config.groups ?? {}).length === 0 && groupPolicyOf(draft, account.config) === "allowlist") put(draft, accountId, ["groups", "*", "enabled"], true);
        put(draft, accountId, ["groups", groupKeyOf(account, threadId) ?? threadId, "requireMention"], false);
    },
};

/** @typedef {{accountId: string, senderId: string, threadId: string, isGroup: boolean}} Who */

/** The requests of the companion (PROTOCOL.md). */
export const policyMethods = {
    "policy.plan": async (params) => {
        if (params.changes !== undefined) return planOfRest(params);
        const wish = WISHES[params.change];
        const who = whoOf(params);
        if (!wish) throw new BridgeError("params", `There is no change “${params.change}”.`, { code: CODE.params });
        const { config, raw } = await readConfig();
        const wanted = structuredClone(config);
        wish(wanted, who);
        return { changes: differences(config, wanted).map(onWire), losesComments: parsed(raw) === undefined };
    },
    "policy.apply": async (params) => {
        const changes = changesIn(params);
        if (accountOf(params.profile).config.configWrites === false) {
            throw new BridgeError("configLocked", "This channel's configuration is not to be written (configWrites). Change it by hand.");
        }
        if (changes.every((change) => isDone(currentConfig(), change))) return {};
        await write((draft) => changes.forEach((change) => applyTo(draft, change)));
        await adopted(changes);
        return {};
    },
};

/** Of changes that were planned before what is not so yet; throws where it cannot be made any more. */
async function planOfRest(params) {
    const changes = changesIn(params);
    accountOf(params.profile);
    const { config, raw } = await readConfig();
    const rest = changes.filter((change) => !isDone(config, change));
    const draft = structuredClone(config);
    rest.forEach((change) => applyTo(draft, change));
    return { changes: rest.map(onWire), losesComments: parsed(raw) === undefined };
}

/** @returns {Change[]} */
function changesIn(params) {
    const changes = Array.isArray(params.changes) ? params.changes.map(fromWire) : [];
    if (changes.length === 0 || !changes.every(isOurs)) throw new BridgeError("params", "“changes” must be what policy.plan gave.", { code: CODE.params });
    return changes;
}

/** Values travel as JSON texts: any may stand there. */
const onWire = ({ path, before, after }) => ({ path, before: before === null ? null : JSON.stringify(before), after: after === null ? null : JSON.stringify(after) });
const fromWire = (/** @type {any} */ change) => ({ path: change?.path, before: parsed(change?.before ?? "null"), after: parsed(change?.after ?? "null") });

/** Undefined where it is no JSON. */
function parsed(text) {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}

/** @returns {import("../types.d.ts").Account} */
function accountOf(profile) {
    const entry = shared.connectionManager?.accounts.find((one) => one.profile === profile);
    if (!entry) throw new BridgeError("noAccount", "No account of this Gateway has this profile.", { code: CODE.params });
    return resolveAccount(currentConfig(), entry.accountId);
}

/** @returns {Who} */
function whoOf({ profile, threadId, isGroup, senderId }) {
    for (const id of [threadId, senderId]) {
        if (typeof id !== "string" || !/^\d{1,32}$/.test(id)) throw new BridgeError("params", "threadId and senderId must be Zalo's ids.", { code: CODE.params });
    }
    return { accountId: accountOf(profile).accountId, threadId, senderId, isGroup: isGroup === true };
}

/** Sets one of an account's settings where it stands, or would. */
function put(config, accountId, [name, ...more], value) {
    const path = [...settingKeys(config, accountId, name), ...more];
    let at = config;
    for (const key of path.slice(0, -1)) at = at[key] ??= {};
    at[/** @type {string} */ (path.at(-1))] = value;
}

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const valueAt = (config, path) => path.reduce((at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined), config) ?? null;

/** What differs, each at the outermost place that is new. @returns {Change[]} */
function differences(before, after, path = []) {
    return Object.keys(after).flatMap((key) => {
        const [was, is] = [before[key], after[key]];
        if (isObject(was) && isObject(is)) return differences(was, is, [...path, key]);
        return isDeepStrictEqual(was, is) ? [] : [{ path: [...path, key], before: was ?? null, after: is }];
    });
}

const SCALARS = ["dmPolicy", "groupPolicy", "allowFrom", "groupAllowFrom", "groups"];

/** Nothing but who is answered: whoever could ask for more could have the Gateway run what they like. */
function isOurs(change) {
    const { path, before, after } = change;
    if (before === undefined || after === undefined || !Array.isArray(path) || !path.every((key) => typeof key === "string" && key !== "__proto__") || isDeepStrictEqual(before, after)) return false;
    const [channels, channel, ...rest] = path;
    const [name, ...more] = rest[0] === "accounts" ? rest.slice(2) : rest;
    if (channels !== "channels" || channel !== CHANNEL || !SCALARS.includes(name)) return false;
    return name === "groups" ? fitsGroups(more, after) : more.length === 0;
}

const GROUP_MEMBERS = ["enabled", "requireMention"];

/** All groups, one, or a member of one; which tools the agent has in it is none. */
function fitsGroups(keys, after) {
    const isGroup = (value) => isObject(value) && Object.keys(value).every((member) => GROUP_MEMBERS.includes(member));
    if (keys.length === 2) return GROUP_MEMBERS.includes(keys[1]);
    if (after === null) return keys.length < 2;
    return keys.length === 1 ? isGroup(after) : keys.length === 0 && isObject(after) && Object.values(after).every(isGroup);
}

const listOf = (value) => (Array.isArray(value) ? value : []);
const isList = ({ before, after }) => Array.isArray(before) || Array.isArray(after);
const without = (list, others) => list.filter((item) => !others.some((other) => isDeepStrictEqual(item, other)));

/** A list after a change of it. */
function listAfter(now, { before, after }) {
    const gone = without(listOf(before), listOf(after));
    const come = without(listOf(after), listOf(before));
    return [...without(listOf(now), gone), ...without(come, listOf(now))];
}

const isDone = (config, change) => {
    const now = valueAt(config, change.path);
    return isList(change) ? isDeepStrictEqual(listAfter(now, change), listOf(now)) : isDeepStrictEqual(now, change.after);
};

function applyTo(draft, change) {
    if (isDone(draft, change)) return;
    const now = valueAt(draft, change.path);
    const list = isList(change) ? listAfter(now, change) : undefined;
    if (!list && !isDeepStrictEqual(now, change.before)) throw new BridgeError("configChanged", `Somebody changed ${change.path.join(".")} meanwhile; it was left as it is.`, { data: { detail: change.path.join(".") } });
    const value = list?.length === 0 && change.after === null ? null : (list ?? change.after);
    const key = /** @type {string} */ (change.path.at(-1));
    let at = draft;
    for (const outer of change.path.slice(0, -1)) at = at[outer] ??= {};
    if (value === null) delete at[key];
    else at[key] = value;
}

/** Thrown out of the writer where only its reading is wanted. */
class OnlyRead extends Error {}

/** The configuration as it was written, without what the Gateway makes of it. */
async function readConfig() {
    /** @type {{config: any, raw: string} | undefined} */
    let read;
    try {
        await runtime().config.mutateConfigFile({
            afterWrite: { mode: "none", reason: "nothing is written" },
            mutate: (draft, { snapshot }) => {
                read = { config: structuredClone(draft), raw: snapshot.raw ?? "" };
                throw new OnlyRead();
            },
        });
    } catch (error) {
        if (!(error instanceof OnlyRead)) throw refused(error);
    }
    return /** @type {{config: any, raw: string}} */ (read);
}

async function write(/** @type {(draft: any) => void} */ mutate) {
    try {
        await runtime().config.mutateConfigFile({ afterWrite: { mode: "auto" }, mutate });
    } catch (error) {
        throw error instanceof BridgeError ? error : refused(error);
    }
}

const refused = (error) => new BridgeError("configRefused", `OpenClaw did not change its configuration: ${errorMessage(error)}`, { data: { detail: errorMessage(error) }, cause: error });

/** The next message is decided by the new configuration, so that one that is handed over now is. */
async function adopted(changes) {
    const patience = Date.now() + timing.configAdoptionMs;
    while (!changes.every((change) => isDone(currentConfig(), change)) && Date.now() < patience) await sleep(timing.configPollMs);
}
