// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

/** Zalo's clients take 2000 UTF-16 units a message. */
export const TEXT_LIMIT = 2000;

/** Cuts a long text at the last line end or space before the limit, never inside a surrogate pair. */
export function chunkText(text, limit = TEXT_LIMIT) {
    const chunks = [];
    let rest = text;
    while (rest.length > limit) {
        const window = rest.slice(0, limit + 1);
        let cut = window.lastIndexOf("\n");
        if (cut < limit / 2) cut = Math.max(cut, window.lastIndexOf(" "));
        if (cut < limit / 2) cut = /[\ud800-\udbff]/.test(rest[limit - 1]) ? limit - 1 : limit;
        chunks.push(rest.slice(0, cut).trimEnd());
        rest = rest.slice(cut).replace(/^[ \n]/, "");
    }
    if (rest.trim() !== "" || chunks.length === 0) chunks.push(rest);
    return chunks.filter((chunk) => chunk !== "");
}
