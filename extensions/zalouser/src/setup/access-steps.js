// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { normalizeEntry, groupKey, resolveAccount } from "../account/account.js";
import { withAccount } from "../account/account-setup.js";
import { errorMessage } from "../bridge/errors.js";
import { listAll } from "../directory.js";
import { shownName } from "../foreign-text.js";

const TITLE = "Zalo Personal";

/** @returns {Promise<any>} the configuration with who may write to the agent */
export async function chooseDirectAccess({ cfg, account, prompter, hasContacts }) {
    const { config } = resolveAccount(cfg, account.accountId);
    const write = (/** @type {import("../types.d.ts").AccountConfig} */ patch) => withAccount(cfg, account.accountId, patch);
    const ids = (config.allowFrom ?? []).map(String).filter((entry) => entry !== "*");
    const dmPolicy = await prompter.select({
        message: "Who may write to the agent?",
        options: [
            { value: "pairing", label: "Whoever you approve", hint: "unknown senders get a code" },
            { value: "allowlist", label: "Contacts that you choose" },
            { value: "open", label: "Everybody on Zalo" },
            { value: "disabled", label: "Nobody, groups only" },
        ],
        initialValue: config.dmPolicy ?? "pairing",
    });
    if (dmPolicy === "open") return write({ dmPolicy, allowFrom: ["*", ...ids] });
    if (dmPolicy !== "allowlist") return write({ dmPolicy, ...(config.allowFrom ? { allowFrom: ids } : {}) });
    const chosen = await chooseEntries({
        cfg, account, prompter, hasContacts,
        method: "friends.list", idOf: ({ userId }) => userId, nameOf: ({ displayName }) => displayName,
        message: "Which contacts may write to the agent?", current: ids, normalize: normalizeEntry, what: "Zalo user ids", find: "openclaw directory peers list --channel zalouser",
    });
    if (chosen.length > 0) return write({ dmPolicy, allowFrom: chosen });
    await prompter.note("Nobody was chosen, so unknown senders get a pairing code.", TITLE);
    return write({ dmPolicy: "pairing" });
}

/** @returns {Promise<any>} the configuration with the groups that the agent answers in */
export async function chooseGroupAccess({ cfg, account, prompter, hasContacts }) {
    const { config } = resolveAccount(cfg, account.accountId);
    const write = (/** @type {import("../types.d.ts").AccountConfig} */ patch) => withAccount(cfg, account.accountId, patch);
    const groupPolicy = await prompter.select({
        message: "In which groups may the agent answer?",
        options: [
            { value: "disabled", label: "In none" },
            { value: "allowlist", label: "In groups that you choose" },
            { value: "open", label: "In all groups of this account" },
        ],
        initialValue: config.groupPolicy ?? "disabled",
    });
    if (groupPolicy === "disabled") return write({ groupPolicy });
    if (groupPolicy === "open") return write({ groupPolicy, groups: { ...config.groups, "*": { ...config.groups?.["*"], requireMention: await onlyMentioned(prompter) } } });
    const chosen = await chooseEntries({
        cfg, account, prompter, hasContacts,
        method: "groups.list", idOf: ({ groupId }) => groupId, nameOf: ({ name }) => name,
        message: "Which groups?", current: Object.keys(config.groups ?? {}), normalize: groupKey, what: "Zalo group ids", find: "openclaw directory groups list --channel zalouser",
    });
    if (chosen.length === 0) {
        await prompter.note("No group was chosen, so the agent answers in none.", TITLE);
        return write({ groupPolicy: "disabled" });
    }
    const requireMention = await onlyMentioned(prompter);
    const before = new Map(Object.entries(config.groups ?? {}).map(([key, group]) => [groupKey(key), group]));
    return write({ groupPolicy, groups: Object.fromEntries(chosen.map((id) => [id, { ...before.get(id), enabled: true, requireMention }])) });
}

const onlyMentioned = (prompter) => prompter.confirm({ message: "In groups, answer only when mentioned (@name)?", initialValue: true });

/** Ids out of Zalo's list; where that cannot be had, typed ones. */
async function chooseEntries({ cfg, account, prompter, hasContacts, method, idOf, nameOf, message, current: entries, normalize, what, find }) {
    const current = entries.map(normalize);
    const items = hasContacts ? await contacts(cfg, account, prompter, method) : [];
    if (items.length === 0) return await typeIds({ prompter, message, current, normalize, what, find });
    const options = items.map((item) => option(String(idOf(item)), shownName(nameOf(item), String(idOf(item)))));
    const known = new Set(options.map(({ value }) => value));
    const chosen = await prompter.multiselect({ message, options, initialValues: current.filter((id) => known.has(id)), searchable: true });
    // Whoever stands in the configuration and not in Zalo's list (a stranger that was approved, a name) was not offered, so it stays.
    return [...chosen, ...current.filter((id) => !known.has(id))];
}

/** OpenClaw searches what it shows, so the name without accents stands in the hint. */
function option(value, label) {
    const plain = label.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
    return { value, label, hint: plain === label.toLowerCase() ? value : `${plain}, ${value}` };
}

async function contacts(cfg, account, prompter, method) {
    try {
        return await listAll(cfg, account, method);
    } catch (error) {
        await prompter.note(errorMessage(error), TITLE);
        return [];
    }
}

async function typeIds({ prompter, message, current, normalize, what, find }) {
    const typed = await prompter.text({ message: `${message} ${what}, separated by commas (${find})`, initialValue: current.join(", ") });
    return [...new Set(String(typed ?? "").split(/[,;\n]/).map(normalize).filter(Boolean))];
}
