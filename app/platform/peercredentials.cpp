// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/peercredentials.h"

#include <QLocalSocket>

#include <sys/socket.h>

namespace zalo {

Result<PeerCredentials> peerCredentials(const QLocalSocket& socket)
{
    ucred credentials {};
    socklen_t size = sizeof credentials;
    if (getsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &credentials, &size)
        != 0) {
        return failure(ErrorKind::Disconnected);
    }
    return PeerCredentials { credentials.uid, credentials.pid };
}

} // namespace zalo
