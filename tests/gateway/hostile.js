// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { FakeCompanion } from "../plugin/support/fake-companion.js";

const MIB = 1024 * 1024;

/** What may listen where the companion should: each gets a socket that has just been accepted, and is called again for all it hears. */
export const HOSTILES = {
    silence: () => {},
    "an end at once": (socket) => socket.destroy(),
    "no JSON": (socket) => socket.write("HTTP/1.1 400 Bad Request\r\nServer: x\r\n\r\n"),
    "no UTF-8": (socket) => socket.write(Buffer.from([0x7b, 0xff, 0xfe, 0x7d, 0x0a])),
    "5 MiB without an end": (socket) => socket.write(Buffer.alloc(5 * MIB, "x")),
    "a line of 5 MiB": (socket) => socket.write(`"${"x".repeat(5 * MIB)}"\n`),
    "deep nesting": (socket) => socket.write(`{"jsonrpc":"2.0","id":1,"result":{"protocol":${"[".repeat(400000)}${"]".repeat(400000)}}}\n`),
    "values of no meaning": (socket) => socket.write('null\n[]\n[[]]\n7\n"x"\n{}\n{"jsonrpc":"2.0","id":[],"method":7}\n'),
    "answers that nobody asked for": (socket) => socket.write('{"jsonrpc":"2.0","id":99,"result":{}}\n{"jsonrpc":"2.0","id":"x","error":{}}\n'),
    "another protocol": (socket, id) => id && socket.write(`{"jsonrpc":"2.0","id":${id},"result":{"protocol":"9.0","association":"known"}}\n`),
    "a hello of wrong types": (socket, id) => id && socket.write(`{"jsonrpc":"2.0","id":${id},"result":{"protocol":{"a":1},"association":[],"nonce":7}}\n`),
    "an error without sense": (socket, id) => id && socket.write(`{"jsonrpc":"2.0","id":${id},"error":{"code":"x","message":{"a":1},"data":[]}}\n`),
};

/** A thing on the companion's socket whose behaviour tests switch: one of HOSTILES, or what knows the protocol and abuses it. */
export class Hostile {
    /** @type {FakeCompanion | undefined} */
    fake;
    /** Connections to any stranger so far. */
    met = 0;

    constructor(file) {
        this.file = file;
    }

    async become(name) {
        await this.close();
        fs.mkdirSync(path.dirname(this.file), { recursive: true, mode: 0o700 });
        const act = HOSTILES[name];
        const sockets = new Set();
        const server = net.createServer((socket) => {
            sockets.add(socket);
            this.met += 1;
            socket.on("error", () => {}).on("data", (bytes) => act(socket, /"id":(\d+),"method":"hello"/.exec(bytes.toString())?.[1]));
            act(socket);
        });
        await new Promise((resolve, reject) => server.once("error", reject).listen(this.file, () => resolve(undefined)));
        this.leave = () => {
            sockets.forEach((socket) => socket.destroy());
            return new Promise((resolve) => server.close(resolve));
        };
    }

    /** One that completes handshakes; `abuse(fake)` changes what comes then. */
    async know(abuse) {
        await this.close();
        this.fake ??= new FakeCompanion(this.file);
        const { methods } = this.fake;
        this.fake.methods = { ...methods };
        await this.fake.listen();
        abuse(this.fake);
        this.leave = async () => {
            await this.fake.close();
            this.fake.methods = methods;
        };
    }

    async close() {
        await this.leave?.();
        this.leave = undefined;
        fs.rmSync(this.file, { force: true });
    }
}
