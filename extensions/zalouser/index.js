// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import { plugin } from "./src/channel.js";
import { setRuntime, manifest } from "./src/runtime.js";
import { createTool } from "./src/tool.js";

/**
 * The entry that the Gateway and its command line load (docs: plugins/sdk-entrypoints). Nothing starts here: in most modes the
 * plugin is only looked at. The SDK is imported where it is used, so that short commands stay short.
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
