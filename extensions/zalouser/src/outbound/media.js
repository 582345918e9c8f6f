// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import crypto from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import { BridgeError, CODE, errorMessage } from "../bridge/errors.js";
import { stateDir } from "../runtime.js";

const MIB = 1024 * 1024;
/** What a file name may take; the system allows 255 bytes. */
const NAME_BYTES = 120;
/** A medium that comes from Zalo is at most this big (ZCA.md "listen"), with room. */
const INBOUND_BYTES = 32 * MIB;

/** The most that an attachment may have: the account's `mediaMaxMb`, else the agents' default, else what the Gateway's loader allows. */
export function maxBytes(cfg, account) {
    const mb = account.config.mediaMaxMb ?? cfg.agents?.defaults?.mediaMaxMb;
    return mb !== undefined && mb > 0 ? Math.round(mb * MIB) : undefined;
}

/**
 * Brings what an address or a path names through the Gateway's guarded loader into a private file for the companion: `zca` itself never
 * fetches what a chat chose, and no local file leaves that the Gateway would not allow.
 *
 * @param {import("../types.d.ts").OpenClawConfig} cfg
 * @param {Pick<import("../types.d.ts").Account, "config">} account
 * @param {import("../types.d.ts").MediaSource} source as the Gateway hands it to sendMedia
 * @param {(media: {path: string, kind: "image"|"video"|"voice"|"file"}) => Promise<T>} use the file is gone once this has ended
 * @returns {Promise<T>} what `use` gives
 * @template T
 */
export async function withMedia(cfg, account, source, use, load = guardedLoader) {
    const media = await fetchMedia(cfg, account, source, load);
    try {
        return await use(media);
    } finally {
        await fs.rm(media.folder, { recursive: true, force: true });
    }
}

async function fetchMedia(cfg, account, /** @type {import("../types.d.ts").MediaSource} */ { mediaUrl, mediaAccess, mediaLocalRoots, mediaReadFile }, load) {
    let media;
    try {
        media = await load(mediaUrl, { maxBytes: maxBytes(cfg, account), mediaAccess, mediaLocalRoots, mediaReadFile });
    } catch (error) {
        throw new BridgeError("params", `The attachment cannot be sent: ${errorMessage(error)}`, { code: CODE.params, cause: error });
    }
    const folder = path.join(stateDir(), "zalouser", "outgoing", crypto.randomUUID());
    await fs.mkdir(folder, { recursive: true, mode: 0o700 });
    const file = path.join(folder, fileName(media));
    await fs.writeFile(file, media.buffer, { mode: 0o600, flag: "wx" });
    return { folder, path: file, kind: kindOf(media.kind, path.extname(file).toLowerCase()) };
}

/** What a medium is to Zalo; the companion knows what zca makes of it. */
function kindOf(kind, ending) {
    if (kind === "image" || kind === "video") return kind;
    return kind === "audio" && VOICES.has(ending) ? "voice" : "file";
}

/** What Zalo plays as a voice message. */
const VOICES = new Set([".aac", ".m4a", ".mp3", ".ogg", ".wav"]);

async function guardedLoader(mediaUrl, options) {
    const { loadOutboundMediaFromUrl } = await import("openclaw/plugin-sdk/outbound-media");
    return await loadOutboundMediaFromUrl(mediaUrl, options);
}

/** The name that the other person sees: no folders, nothing that a shell or a screen could stumble over, its ending kept. */
function fileName({ fileName: given, contentType = "" }) {
    const ending = path.extname(given ?? "") || ENDINGS[contentType] || "";
    let stem = path.basename(given ?? "", path.extname(given ?? "")).replace(/[\p{C}/\\:*?"<>|]/gu, "_").replace(/^[.-]+/, "").trim() || "file";
    while (Buffer.byteLength(stem) > NAME_BYTES) stem = [...stem].slice(0, -1).join("");
    return stem + ending.replace(/[^.\p{L}\p{N}]/gu, "").slice(0, 16);
}

const ENDINGS = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "video/mp4": ".mp4",
    "video/webm": ".webm",
    "audio/aac": ".aac",
    "audio/mp4": ".m4a",
    "audio/mpeg": ".mp3",
    "audio/ogg": ".ogg",
    "audio/wav": ".wav",
    "application/pdf": ".pdf",
};

/**
 * The media of a message as the agent's context takes them. A file is copied into the Gateway's own media store, for the companion's copy
 * goes once the message is done; one that is gone is named all the same.
 * @param {Function} save `core.channel.media.saveMediaBuffer`
 */
export async function inboundMedia(message, save, log) {
    const facts = [];
    for (const { kind, path: file, url, mime } of message.media ?? []) {
        const fact = { kind: KINDS[kind] ?? "document", contentType: mime, url, messageId: message.msgId };
        try {
            if (file) Object.assign(fact, await saved(file, mime, save));
        } catch (error) {
            log?.warn?.(`zalouser: an attachment could not be read: ${error.code ?? "error"}`);
        }
        facts.push(fact);
    }
    return facts;
}

async function saved(file, mime, save) {
    const buffer = await fs.readFile(file);
    const media = await save(buffer, mime, "inbound", INBOUND_BYTES, path.basename(file));
    return { path: media.path, contentType: media.contentType ?? mime };
}

const KINDS = { image: "image", gif: "image", video: "video", audio: "audio", voice: "audio" };
