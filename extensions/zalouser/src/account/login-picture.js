// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

import fs from "node:fs";
import path from "node:path";

/**
 * The QR code of one login as a picture for those whose terminal cannot show it: a private file of the Gateway's state folder that
 * always has the newest code. Who scans it is logged in, so it is gone when the login ends, however the process does.
 */
export function loginPicture(stateDir, profile) {
    const file = path.join(stateDir, "zalouser", `login-${profile}.png`);
    const remove = () => {
        process.off("exit", remove);
        fs.rmSync(file, { force: true });
    };
    return {
        /** @returns {string|undefined} where it is; without a picture, or on a full disk, nothing */
        show(png) {
            if (!png) return undefined;
            try {
                const fresh = `${file}.${process.pid}`;
                fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
                fs.rmSync(fresh, { force: true });
                fs.writeFileSync(fresh, Buffer.from(png, "base64"), { mode: 0o600, flag: "wx" });
                fs.renameSync(fresh, file); // a viewer never sees half a picture
                process.off("exit", remove).once("exit", remove);
                return file;
            } catch {
                return undefined;
            }
        },
        remove,
    };
}
