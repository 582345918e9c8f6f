// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

/** The Gateway's renderer leaves one module of margin; a scanner wants four (ISO/IEC 18004). */
const MISSING_MODULES = 3;

/** A QR code for the terminal, drawn by the Gateway's own renderer, with its quiet zone made whole. */
export async function terminalQr(payload) {
    const { renderQrTerminal } = await import("openclaw/plugin-sdk/media-runtime");
    return withQuietZone(await renderQrTerminal(payload, { small: true }));
}

/**
 * Widens the light margin around half-block art. The colours of each line stand around it, so the new margin is written inside
 * them: on a dark terminal it is as light as the rest.
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
