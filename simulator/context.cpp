// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "context.h"

using namespace Qt::StringLiterals;

namespace zalo::sim {

int Context::fail(const QString& message)
{
    output.err("Error: " + message.toUtf8() + '\n');
    return 1;
}

bool Context::isOnline()
{
    return settings.value(u"net"_s) != QLatin1String("off");
}

std::optional<Session> Context::requireLogin()
{
    const std::optional<Session> session = sessions.of(profile);
    if (!session) {
        fail(arguments.command == QLatin1String("auth.status")
                 ? u"Profile %1: not logged in"_s.arg(profile)
                 : u"Profile \"%1\" has no credentials. Run: auth login"_s.arg(profile));
        return {};
    }
    if (!isOnline()) {
        fail(u"fetch failed"_s);
        return {};
    }
    if (const QString message = settings.value(u"refuse-login"_s); !message.isEmpty()) {
        fail(message);
        return {};
    }
    if (session->expired) {
        fail(u"Failed to fetch server info: zpw_sek bị thiếu hoặc không đúng"_s);
        return {};
    }
    return session;
}

} // namespace zalo::sim
