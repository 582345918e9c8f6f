// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

/** The Gateway's renderer draws one module of quiet zone; scanners need four (ISO/IEC 18004). */
const MISSING_MODULES = 3;

/** A QR code for the terminal, drawn by the Gateway's renderer and completed with a full quiet zone. */
export async function terminalQr(payload) {
    const { renderQrTerminal } = await import("openclaw/plugin-sdk/media-runtime");
    return withQuietZone(await renderQrTerminal(payload, { small: true }));
}

/**
 * Widens the light margin around half-block art. Each line is wrapped in its colour codes, so the margin is inserted inside them: it stays
 * light on a dark terminal, too.
 */
export function withQuietZone(art, modules = MISSING_MODULES) {
    const lines = art.split("\n").filter((line) => line !== "");
    const side = " ".repeat(modules);
    const parts = lines.map((line) => (/^((?:\x1b\[[0-9;]*m)*)(.*?)((?:\x1b\[[0-9;]*m)*)$/s.exec(line) ?? []).slice(1));
    const wide = parts.map(([before, body, after]) => before + side + body + side + after);
    const [before, body, after] = parts[0];
    const empty = before + side + " ".repeat([...body].length) + side + after;
    const rows = Array.from({ length: Math.ceil(modules / 2) }, () => empty); // one line holds two modules
    return [...rows, ...wide, ...rows].join("\n");
}
