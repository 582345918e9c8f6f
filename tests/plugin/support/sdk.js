// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import path from "node:path";
import { pathToFileURL } from "node:url";

/**
 * A module of the real plugin SDK: ./dev installs OpenClaw beside the Node that runs the tests.
 * @param {string} subpath as in `openclaw/plugin-sdk/<subpath>`
 * @returns {Promise<any>}
 */
export function importSdk(subpath) {
    const modules = path.resolve(process.execPath, "../../..");
    return import(pathToFileURL(path.join(modules, "openclaw/dist/plugin-sdk", `${subpath}.js`)).href);
}
