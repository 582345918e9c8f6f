// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

/**
 * What the model is told of the channel.
 * @satisfies {import("../types.d.ts").ChannelPlugin["agentPrompt"]}
 */
export const agentPrompt = {
    inboundFormattingHints: () => ({
        text_markup: "markdown",
        rules: [
            "Zalo shows **bold**, *italic*, ~~strikethrough~~, # headings and - lists, and besides {red}…{/red}, {orange}, {yellow}, {green}, {big} and {underline}.",
            "People read on phones: short paragraphs and lists, no tables. Code has no font of its own there.",
            "Write web addresses in full; that makes them tappable.",
            "In a group, @ and a member's whole name (or the id, where two share the name) mentions that member; @All does not work.",
        ],
    }),
};
