// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import fs from "node:fs/promises";
import path from "node:path";
import { BridgeError, CODE, errorMessage } from "../bridge/errors.js";
import { outgoingFolder } from "./outgoing.js";

const MIB = 1024 * 1024;
/** Bytes of a file name without its extension; the system allows 255. */
const NAME_BYTES = 120;
/** Above the largest medium that zca downloads (ZCA.md "listen"). */
const INBOUND_BYTES = 32 * MIB;

/** The size limit of an attachment in bytes: the account's `mediaMaxMb`, else the agents' default, else undefined for the loader's limit. */
export function maxBytes(cfg, account) {
    const mb = account.config.mediaMaxMb ?? cfg.agents?.defaults?.mediaMaxMb;
    return mb !== undefined && mb > 0 ? Math.round(mb * MIB) : undefined;
}

/**
 * Loads a URL or a path through the Gateway's guarded loader into a private file for the companion: `zca` never fetches a URL from a chat,
 * and no local file is sent that the Gateway does not allow.
 *
 * @param {import("../types.d.ts").OpenClawConfig} cfg
 * @param {Pick<import("../types.d.ts").Account, "config">} account
 * @param {import("../types.d.ts").MediaSource} source as the Gateway hands it to sendMedia
 * @param {(media: {path: string, kind: "image"|"video"|"voice"|"file"}) => Promise<T>} use the file is removed when this settles
 * @returns {Promise<T>} the result of `use`
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
    const folder = await outgoingFolder();
    const file = path.join(folder, fileName(media));
    await fs.writeFile(file, media.buffer, { mode: 0o600, flag: "wx" });
    return { folder, path: file, kind: kindOf(media.kind, path.extname(file).toLowerCase()) };
}

/** The kind of a medium on Zalo; the companion maps it to zca's commands. */
function kindOf(kind, ending) {
    if (kind === "image" || kind === "video") return kind;
    return kind === "audio" && VOICES.has(ending) ? "voice" : "file";
}

/** The formats that Zalo plays as a voice message. */
const VOICES = new Set([".aac", ".m4a", ".mp3", ".ogg", ".wav"]);

async function guardedLoader(mediaUrl, options) {
    const { loadOutboundMediaFromUrl } = await import("openclaw/plugin-sdk/outbound-media");
    return await loadOutboundMediaFromUrl(mediaUrl, options);
}

/** The file name that the recipient sees: no folders, no characters special to shells or terminals, the extension kept. */
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
 * The media of a message for the agent's context. A file is copied into the Gateway's media store, because the companion deletes its copy when
 * the message is done; a missing file is listed without a path.
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

/**
 * The text for the agent, with a line for each medium that did not come, so that it does not answer as if there were none.
 * @param {string} text
 * @param {Pick<import("../types.d.ts").InboundMessage, "media">} message
 */
export function withMissingMedia(text, { media }) {
    const notes = (media ?? []).filter(({ missing }) => missing).map(({ kind, reason }) => `[The ${NAMES[kind] ?? "file"} is missing: ${LOSSES[reason ?? ""] ?? "it was lost"}.]`);
    return [text, ...notes].filter(Boolean).join("\n");
}

const NAMES = { image: "picture", video: "video", audio: "voice message" };
/** By the reasons of the protocol. */
const LOSSES = {
    late: "it did not arrive in time",
    refused: "it is not stored at Zalo, so it was not opened",
    tooLarge: "it is too large",
    failed: "it could not be downloaded",
};

const KINDS = { image: "image", gif: "image", video: "video", audio: "audio", voice: "audio" };
