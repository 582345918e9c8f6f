// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import crypto from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import { userIdOf } from "../account/status.js";
import { BridgeError, CODE } from "../bridge/errors.js";
import { privateFolder } from "../bridge/key-file.js";
import { request } from "../bridge/one-shot.js";
import { stateDir } from "../runtime.js";
import { timing } from "../timing.js";

/**
 * Whose messages wait in the Gateway's queue. The queue knows accounts of the Gateway, not people on Zalo: without this, a message of one
 * person would go out in the name of whoever logs in next.
 */
const folder = (name) => path.join(privateFolder(stateDir()), name);
const fileOf = (queueId) => path.join(folder("queued"), crypto.createHash("sha256").update(queueId).digest("hex"));
const userFile = (profile) => path.join(folder("users"), profile);

const read = (file) => fs.readFile(file, "utf8").catch(() => "");

async function write(file, text) {
    await fs.mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await fs.writeFile(file, text, { mode: 0o600 });
}

/** Keeps who is logged in on a profile, for messages that are queued while the companion is away. */
export async function rememberUser(profile, userId) {
    if (userId && (await read(userFile(profile))) !== userId) await write(userFile(profile), userId);
}

/** Records whose message stays in the Gateway's queue. */
export async function markQueued(cfg, account, queueId) {
    const file = fileOf(queueId);
    if ((await read(file)) !== "") return; // whose it is was decided at its first attempt
    const userId = (await currentUser(cfg, account).catch(() => undefined)) ?? (await read(userFile(account.profile)));
    if (userId) await write(file, userId);
}

/** Throws where a queued message is another person's than is logged in now. */
export async function checkQueued(cfg, account, queueId) {
    const owner = await read(fileOf(queueId));
    if (owner === "") return;
    const userId = await currentUser(cfg, account);
    if (userId === undefined || userId === owner) return;
    throw new BridgeError("accountChanged", "This message waited while another Zalo account logged in; it belongs to the earlier one and is not sent.", { code: CODE.timedOut, data: { possiblySent: false } });
}

/** Forgets a message that has left the Gateway's queue. */
export const forgetQueued = (queueId) => fs.rm(fileOf(queueId), { force: true });

/** Removes what the Gateway gave up without telling. */
export async function sweepQueued(now = Date.now()) {
    for (const name of await fs.readdir(folder("queued")).catch(() => [])) {
        const file = path.join(folder("queued"), name);
        if (now - (await fs.stat(file)).mtimeMs > timing.queuedMaxAgeMs) await fs.rm(file, { force: true });
    }
}

/** The user id on the account's profile, as the companion knows it. */
async function currentUser(cfg, account) {
    const userId = userIdOf(await request(cfg, account, "status.get"), account.profile);
    await rememberUser(account.profile, userId);
    return userId;
}
