// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import http from "node:http";

/**
 * A stand-in for a model server (OpenAI's chat completions, streamed or not). It answers `re: <marker>` to a message that holds a
 * marker such as `T-17`, so that every answer can be matched with its message. `suspend()` keeps answers back until `resume()`.
 */
export class Model {
    asked = []; // the marker of each request, in order
    conversations = {}; // by marker: all that it was shown
    pictures = 0; // shown to it so far
    answers = {}; // by marker: what it says to it instead
    calls = {}; // by marker: the arguments with which it calls the tool zalouser, or {tool, args} for another, once, before it answers
    #suspended;
    #resume;

    async start() {
        this.server = http.createServer((request, response) => {
            let body = "";
            request.setEncoding("utf8").on("data", (text) => (body += text));
            request.on("end", () => void this.#answer(request, body, response));
        });
        await new Promise((resolve) => this.server.listen(0, "127.0.0.1", () => resolve(undefined)));
        return this;
    }

    async stop() {
        this.resume();
        this.server?.closeAllConnections();
        await new Promise((resolve) => (this.server ? this.server.close(resolve) : resolve(undefined)));
    }

    suspend() {
        this.#suspended = new Promise((resolve) => {
            this.#resume = resolve;
        });
    }

    resume() {
        this.#resume?.();
        this.#suspended = undefined;
    }

    /** The Gateway's configuration for this server. */
    get config() {
        const { port } = /** @type {import("node:net").AddressInfo} */ (this.server.address());
        const model = { id: "echo", name: "echo", contextWindow: 128000, maxTokens: 4096, input: ["text", "image"], reasoning: false, cost: { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 } };
        return {
            models: { providers: { standin: { baseUrl: `http://127.0.0.1:${port}/v1`, apiKey: "none", api: "openai-completions", models: [model] } } },
            agents: { defaults: { model: { primary: "standin/echo" } } },
        };
    }

    /** The answer to a message that asks for a long one. */
    longAnswer(marker) {
        return `re: ${marker} ${"ngày xửa ngày xưa ".repeat(300)}hết.`;
    }

    async #answer(request, body, response) {
        if (request.url.endsWith("/models")) return json(response, { object: "list", data: [{ id: "echo", object: "model" }] });
        const { messages = [], tools = [], stream } = JSON.parse(body);
        const people = messages.filter(({ role }) => role === "user").map((message) => withoutContext(textOf(message))).join("\n");
        const marker = [...people.matchAll(/\bT-\d+/g)].at(-1)?.[0] ?? "nothing";
        this.asked.push(marker);
        this.conversations[marker] = messages;
        this.pictures += messages.flatMap(({ content }) => (Array.isArray(content) ? content : [])).filter(({ type }) => type === "image_url").length;
        await this.#suspended;
        const text = this.answers[marker] ?? (people.slice(people.lastIndexOf(marker)).includes("kể dài") ? this.longAnswer(marker) : `re: ${marker}`);
        const head = { id: `c${this.asked.length}`, created: 1, model: "echo" };
        const usage = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 };
        const { [marker]: call, ...calls } = this.calls;
        this.calls = calls;
        if (call) return callTool(response, head, tools, call, stream);
        if (!stream) return json(response, { ...head, object: "chat.completion", choices: [{ index: 0, message: { role: "assistant", content: text }, finish_reason: "stop" }], usage });
        response.writeHead(200, { "content-type": "text/event-stream" });
        const part = (rest) => response.write(`data: ${JSON.stringify({ ...head, object: "chat.completion.chunk", ...rest })}\n\n`);
        part({ choices: [{ index: 0, delta: { role: "assistant", content: text }, finish_reason: null }] });
        part({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] });
        part({ choices: [], usage });
        return response.end("data: [DONE]\n\n");
    }
}

/** Calls a tool; the Gateway offers it by its name, or behind its catalogue's `tool_call`. */
function callTool(response, head, tools, call, stream) {
    const { tool, args } = call.tool ? call : { tool: "zalouser", args: call };
    const named = tools.some(({ function: { name } }) => name === tool);
    const [name, params] = named ? [tool, args] : ["tool_call", { id: tool, args }];
    const message = { role: "assistant", content: null, tool_calls: [{ index: 0, id: "call_0", type: "function", function: { name, arguments: JSON.stringify(params) } }] };
    if (!stream) return json(response, { ...head, object: "chat.completion", choices: [{ index: 0, message, finish_reason: "tool_calls" }] });
    response.writeHead(200, { "content-type": "text/event-stream" });
    const part = (choice) => response.write(`data: ${JSON.stringify({ ...head, object: "chat.completion.chunk", choices: [{ index: 0, ...choice }] })}\n\n`);
    part({ delta: message, finish_reason: null });
    part({ delta: {}, finish_reason: "tool_calls" });
    return response.end("data: [DONE]\n\n");
}

function json(response, value) {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(value));
}

/**
 * What people wrote. The Gateway says more, and quotes others in it: in messages of its own behind the person's, and in front of the person's words
 * a heading with its sign, then a fence or lines of a chat.
 */
const withoutContext = (text) =>
    text.replace(/<<<BEGIN_OPENCLAW_INTERNAL_CONTEXT>>>[^]*?<<<END_OPENCLAW_INTERNAL_CONTEXT>>>/g, "").replace(/^.*⟦openclaw:ctx⟧\n(```json\n[^]*?\n```|(#.*(\n|$))*)/gm, "");

function textOf({ content }) {
    return typeof content === "string" ? content : (content ?? []).map((part) => part.text ?? "").join("\n");
}
