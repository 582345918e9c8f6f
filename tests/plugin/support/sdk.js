// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { registerHooks } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const PREFIX = "openclaw/plugin-sdk/";
const SDK = path.resolve(process.execPath, "../../../openclaw/dist/plugin-sdk");

const urlOf = (subpath) => pathToFileURL(path.join(SDK, `${subpath}.js`)).href;

/**
 * A module of the real plugin SDK: ./dev installs OpenClaw beside the Node that runs the tests.
 * @param {string} subpath as in `openclaw/plugin-sdk/<subpath>`
 * @returns {Promise<any>}
 */
export function importSdk(subpath) {
    return import(urlOf(subpath));
}

/** Lets the plugin's own imports of the SDK find it, as they do inside the Gateway. */
export function provideSdk() {
    registerHooks({
        resolve: (specifier, context, next) => (specifier.startsWith(PREFIX) ? { url: urlOf(specifier.slice(PREFIX.length)), shortCircuit: true } : next(specifier, context)),
    });
}
