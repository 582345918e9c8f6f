// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { plugin } from "./src/channel.js";
import { setRuntime, manifest } from "./src/runtime.js";
import { createTool } from "./src/tool.js";

/**
 * The entry that the Gateway and its command line load (docs: plugins/sdk-entrypoints). Registering starts nothing: in most
 * modes the plugin is only inspected. The SDK is imported lazily where it is used, which keeps short commands fast.
 */
export default {
    id: manifest.id,
    name: manifest.name,
    description: manifest.description,
    configSchema: manifest.configSchema,
    channelPlugin: plugin,
    register(api) {
        const mode = api.registrationMode;
        if (mode === "cli-metadata") return;
        if (mode !== "setup-only") setRuntime(api);
        if (mode !== "tool-discovery") api.registerChannel({ plugin });
        if (mode === "full" || mode === "discovery" || mode === "tool-discovery") api.registerTool((context) => createTool(context), { name: "zalouser" });
    },
};
