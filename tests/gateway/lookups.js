// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { directory } from "../../extensions/zalouser/src/directory.js";

/**
 * The plugin's directory in this process, as `openclaw directory …` of that Gateway's user has it: with its key, on the real companion.
 * For tests that are not about the command line: a command that loads the plugin costs OpenClaw five seconds of processor time.
 */
export function lookups(world, gateway = world.gateway) {
    const socket = `${world.terminal.XDG_RUNTIME_DIR}/zalo-companion/bridge.sock`;
    const cfg = { ...gateway.config, plugins: { entries: { zalouser: { config: { socket, startCompanion: false } } } } };
    const bound = (look) => (asked = {}) => {
        process.env.OPENCLAW_STATE_DIR = gateway.folder; // where the plugin looks for its key outside OpenClaw
        return look({ cfg, ...asked });
    };
    return Object.fromEntries(Object.entries(directory).map(([name, look]) => [name, bound(look)]));
}
