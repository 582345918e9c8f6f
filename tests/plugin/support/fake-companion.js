// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import crypto from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";

/** A refusal on the wire. */
export class Refusal extends Error {
    constructor(code, kind, message, data = {}) {
        super(message);
        this.error = { code, message, data: { ...data, kind } };
    }
}

const FRIENDS = [
    { userId: "365000000000000001", displayName: "Nguyễn Thị Lan", zaloName: "Lan Nguyễn", avatar: "", phoneNumber: "" },
    { userId: "365000000000000002", displayName: "Trần Quốc Bảo", zaloName: "Bảo", avatar: "", phoneNumber: "" },
    { userId: "365000000000000003", displayName: "Đỗ Văn Nguyên", zaloName: "Nguyên Đỗ", avatar: "", phoneNumber: "" },
];
const GROUPS = [{ groupId: "772000000000000001", name: "Gia đình", memberCount: 5, avatar: "" }];
const ME = { userId: "512345678901234567", displayName: "Nguyễn Minh Anh", avatar: "", phoneNumber: "" };

/**
 * A companion that speaks app/bridge/PROTOCOL.md, with a Zalo behind it that tests steer: `inject` messages, look into `outbox` and
 * `outcomes`, script `loginSteps`, replace any method in `methods`. It has a line codec of its own, so that the plugin's is not tested
 * against itself.
 */
export class FakeCompanion {
    gateways = new Map(); // id → {key, approved}
    connections = new Set();
    outbox = [];
    sent = new Map(); // key → answer
    outcomes = [];
    notices = []; // notifications from the plugin
    deliveries = [];
    waiting = []; // messages that nobody has accepted yet
    session = "Online";
    can = ["reply", "sticker", "react", "unsend", "edit"]; // what its zca can do with messages
    loginSteps = [];
    everAssociated = false;
    protocol = "1.0";
    version = "fake";
    hellos = []; // the parameters of each hello

    constructor(file) {
        this.path = file;
    }

    async listen() {
        fs.mkdirSync(path.dirname(this.path), { recursive: true, mode: 0o700 });
        fs.chmodSync(path.dirname(this.path), 0o700);
        fs.rmSync(this.path, { force: true });
        this.server = net.createServer((socket) => this.#accept(socket));
        await new Promise((resolve, reject) => this.server.once("error", reject).listen(this.path, () => resolve(undefined)));
        fs.chmodSync(this.path, 0o600);
        return this;
    }

    async close() {
        const closed = new Promise((resolve) => this.server.close(resolve)); // first: who comes again finds nobody
        for (const connection of this.connections) connection.socket.destroy();
        await closed;
    }

    /** Drops every connection, like a killed companion. */
    drop() {
        for (const connection of this.connections) connection.socket.destroy();
    }

    get gateway() {
        return [...this.connections].find(({ role, open, profiles }) => open && role === "gateway" && profiles);
    }

    /** Delivers a message to the Gateway as soon as one subscribes, in order per thread. Resolves when it is accepted. */
    inject(message) {
        const full = { profile: "default", isGroup: false, senderName: "Lan", text: "", timestamp: Date.now(), mentions: [], media: [], receivedAt: Date.now(), backlog: false, attempt: 1, senderId: message.threadId, ...message };
        return new Promise((resolve) => {
            this.waiting.push({ message: full, accepted: resolve, busy: false });
            this.#deliver();
        });
    }

    /** Sends a request to the connected Gateway. */
    ask(method, params = {}) {
        return this.gateway.call(method, params);
    }

    /** @returns {any} */
    snapshot(profile) {
        const online = this.session === "Online";
        const mine = {
            profile: profile ?? "default",
            account: online ? { userId: ME.userId, displayName: ME.displayName, avatar: "" } : null,
            session: { state: this.session, since: 1, lastVerifiedAt: online ? Date.now() : null, reason: { kind: "", text: "" }, nextStep: { kind: "", text: "" } },
            sending: { state: "Running", until: null },
            queue: { inboundWaiting: this.waiting.length, inboundDead: 0, outboundWaiting: 0, outboundUncertain: 0 },
            lastIn: null,
            lastOut: null,
            connectionGaps: [],
        };
        return { companion: { version: "fake", pid: process.pid, mode: "headless", startedAt: 1 }, zca: { path: "/zca", version: "1", dialect: "openzca", can: this.can }, secrets: { store: "file", text: "" }, bridge: { state: "Connected", since: 1, gateways: [] }, delivery: { state: "Running", since: 1, text: "" }, profiles: [mine] };
    }

    /** @type {Record<string, (params: any, connection: Connection) => any>} */
    methods = {
        "status.get": ({ profile }) => this.snapshot(profile),
        "status.subscribe": (_, connection) => {
            connection.subscribed = true;
            return this.snapshot();
        },
        "me.get": () => this.#loggedIn() && ME,
        "friends.list": (params) => this.#loggedIn() && page(FRIENDS, params, ({ displayName, zaloName }) => `${displayName} ${zaloName}`),
        "groups.list": (params) => this.#loggedIn() && page(GROUPS, params, ({ name }) => name),
        "groups.members": () => ({ items: FRIENDS.map((friend) => ({ ...friend, role: "member" })), total: 3, refreshedAt: 1 }),
        "login.start": (_, connection) => {
            if (this.session === "Online") return { loginId: null, step: "confirmed", user: ME };
            const loginId = crypto.randomUUID();
            setImmediate(() => this.#login(connection, loginId));
            return { loginId, step: "starting" };
        },
        "login.cancel": () => ({ cancelled: true }),
        logout: () => {
            this.#become("NeedsLogin");
            return {};
        },
        "message.send": (params) => this.#send(params),
        "message.sticker": (params) => this.#send({ ...params, kind: "sticker" }),
        "message.react": (params) => this.#send({ ...params, kind: "reaction" }, false),
        "message.unsend": (params) => this.#send({ ...params, kind: "unsend" }, false),
        "message.edit": (params) => this.#send({ ...params, kind: "edit" }),
        "message.history": () => ({ items: [] }),
        "message.outcome": ({ key }) => ({ messageIds: [], parts: [], ...(this.sent.get(key) ?? { state: "unknown" }) }),
        "inbound.subscribe": ({ profiles }, connection) => {
            connection.profiles = profiles;
            setImmediate(() => this.#deliver());
            return { pending: {} };
        },
        "typing.send": () => ({}),
        "inbound.outcome": (params) => {
            this.outcomes.push(params);
            return { known: true };
        },
    };

    /** Once for a key; what is no message has no id. */
    #send(params, hasId = true) {
        this.#loggedIn();
        if (!params.key) throw new Refusal(-32602, "params", "key is missing.");
        if (!this.sent.has(params.key)) {
            this.outbox.push(params);
            const messageIds = hasId ? [String(1795000000000 + this.outbox.length)] : [];
            this.sent.set(params.key, { messageIds, messageId: messageIds[0] ?? null, state: "sent" });
        }
        return this.sent.get(params.key);
    }

    #become(session) {
        this.session = session;
        for (const connection of this.connections) if (connection.subscribed) connection.notify("status.changed", this.snapshot());
    }

    #loggedIn() {
        if (this.session !== "Online") throw new Refusal(-32002, "notLoggedIn", "Nobody is logged in at Zalo. Run: openclaw channels login --channel zalouser");
        return true;
    }

    async #login(connection, loginId) {
        for (const step of this.loginSteps) {
            if (step.after) await step.after;
            if (step.step === "confirmed") this.#become("Online");
            const { after: _, ...shown } = step;
            connection.notify("login.changed", { loginId, profile: "default", ...shown });
        }
    }

    #deliver() {
        const connection = this.gateway;
        if (!connection) return;
        const threads = new Set();
        for (const entry of [...this.waiting]) {
            const { threadId } = entry.message;
            if (threads.has(threadId)) continue;
            threads.add(threadId);
            if (entry.busy) continue;
            entry.busy = true;
            this.deliveries.push(entry.message.msgId);
            connection.call("inbound.deliver", entry.message).then(
                (answer) => {
                    if (answer.accepted !== true) return;
                    this.waiting.splice(this.waiting.indexOf(entry), 1);
                    entry.accepted();
                    this.#deliver();
                },
                () => {
                    entry.busy = false;
                    setTimeout(() => this.#deliver(), 20);
                },
            );
        }
    }

    #accept(socket) {
        if (!this.server.listening) return socket.destroy();
        const connection = new Connection(socket, async (method, params) => await this.#answer(connection, method, params), (method, params) => this.notices.push({ method, params }));
        this.connections.add(connection);
        socket.on("close", () => this.connections.delete(connection));
    }

    async #answer(connection, method, params) {
        if (method === "hello") return this.#hello(connection, params);
        if (method === "auth") return this.#auth(connection, params);
        if (method === "associate") return this.#associate(connection, params);
        if (!connection.open) throw new Refusal(-32001, "notAssociated", "Say hello first.");
        const handler = this.methods[method];
        if (!handler) throw new Refusal(-32601, "method", `unknown method ${method}`);
        return await handler(params, connection);
    }

    /** What `hello` says that it can: its methods; an older companion says nothing. */
    features = () => Object.keys(this.methods);

    #hello(connection, params) {
        this.hellos.push(params);
        const { role, gatewayId, nonce, protocol } = params;
        const known = this.gateways.get(gatewayId);
        const serverNonce = crypto.randomBytes(32).toString("base64");
        Object.assign(connection, { role, gatewayId, facts: { role, gatewayId, clientNonce: nonce, serverNonce, clientProtocol: protocol, serverProtocol: this.protocol } });
        const association = known?.approved ? "known" : known ? "pending" : this.everAssociated ? "new" : "first";
        return {
            protocol: this.protocol,
            server: { name: "zalo-companion", version: this.version },
            features: this.features(),
            nonce: serverNonce,
            association,
            ...(association === "known" ? { proof: this.#proof("server", connection) } : {}),
        };
    }

    #auth(connection, { proof }) {
        if (proof !== this.#proof("client", connection)) throw new Refusal(-32001, "wrongKey", "This Gateway's key is not the one that was approved.");
        return this.#opened(connection);
    }

    #associate(connection, { key }) {
        const bytes = Buffer.from(key, "base64");
        if (!this.everAssociated) this.gateways.set(connection.gatewayId, { key: bytes, approved: true });
        else if (!this.gateways.has(connection.gatewayId)) this.gateways.set(connection.gatewayId, { key: bytes, approved: false });
        this.everAssociated = true;
        if (!this.gateways.get(connection.gatewayId).approved) throw new Refusal(-32001, "approvalNeeded", `This Gateway waits for approval. Run: zalo-companion gateways approve ${connection.gatewayId}`);
        return this.#opened(connection);
    }

    #opened(connection) {
        connection.open = true;
        if (connection.role === "gateway") {
            for (const older of this.connections) {
                if (older === connection || older.role !== "gateway" || older.gatewayId !== connection.gatewayId || !older.open) continue;
                older.notify("superseded", {});
                older.open = false;
                older.socket.end();
            }
        }
        return { role: connection.role, gatewayId: connection.gatewayId };
    }

    #proof(side, { gatewayId, facts }) {
        const { role, clientNonce, serverNonce, clientProtocol, serverProtocol } = facts;
        const transcript = `zalo-companion-bridge/1\n${side}\n${role}\n${gatewayId}\n${clientNonce}\n${serverNonce}\n${clientProtocol}\n${serverProtocol}`;
        return crypto.createHmac("sha256", this.gateways.get(gatewayId).key).update(transcript).digest("base64");
    }
}

/** One client of the fake. */
class Connection {
    open = false;
    subscribed = false;
    role = "";
    gatewayId = "";
    /** @type {any} what both sides prove a key for */
    facts;
    /** @type {string[] | undefined} */
    profiles;
    #text = Buffer.alloc(0);
    #waiting = new Map();
    #id = 0;

    constructor(socket, answer, notice) {
        this.socket = socket;
        socket.on("error", () => {});
        socket.on("data", (bytes) => {
            this.#text = Buffer.concat([this.#text, bytes]);
            for (let at = this.#text.indexOf(10); at >= 0; at = this.#text.indexOf(10)) {
                const message = JSON.parse(this.#text.subarray(0, at).toString("utf8"));
                this.#text = this.#text.subarray(at + 1);
                if (message.method && message.id !== undefined) void this.#reply(message, answer);
                else if (message.method) notice(message.method, message.params);
                else this.#settle(message);
            }
        });
        socket.on("close", () => this.#waiting.forEach(({ reject }) => reject(new Error("closed"))));
    }

    call(method, params) {
        const id = `s${++this.#id}`;
        return new Promise((resolve, reject) => {
            this.#waiting.set(id, { resolve, reject });
            this.#write({ id, method, params });
        });
    }

    notify(method, params) {
        this.#write({ method, params });
    }

    async #reply({ id, method, params }, answer) {
        try {
            this.#write({ id, result: await answer(method, params ?? {}) });
        } catch (error) {
            this.#write({ id, error: error.error ?? { code: -32000, message: String(error.message), data: { kind: "internal" } } });
        }
    }

    #settle({ id, result, error }) {
        const waiting = this.#waiting.get(id);
        this.#waiting.delete(id);
        if (error) waiting?.reject(Object.assign(new Error(error.message), { code: error.code, kind: error.data?.kind }));
        else waiting?.resolve(result);
    }

    #write(message) {
        if (!this.socket.destroyed) this.socket.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
    }
}

function page(items, { query = "", limit = 100, cursor = "0" }, textOf) {
    const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();
    const found = items.filter((item) => plain(textOf(item)).includes(plain(query)));
    const from = Number(cursor);
    const next = from + limit < found.length ? { nextCursor: String(from + limit) } : {};
    return { items: found.slice(from, from + limit), total: found.length, ...next, refreshedAt: Date.now() };
}
