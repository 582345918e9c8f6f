// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "context.h"

namespace zalo::sim {

int Context::fail(const QString& message)
{
    output.err("Error: " + message.toUtf8() + '\n');
    return 1;
}

bool Context::isOnline()
{
    return settings.value(QStringLiteral("net")) != QLatin1String("off");
}

std::optional<Session> Context::requireLogin()
{
    const std::optional<Session> session = sessions.of(profile);
    if (!session) {
        fail(arguments.command == QLatin1String("auth.status")
                 ? QStringLiteral("Profile %1: not logged in").arg(profile)
                 : QStringLiteral("Profile \"%1\" has no credentials. Run: auth login")
                       .arg(profile));
        return {};
    }
    if (!isOnline()) {
        fail(QStringLiteral("fetch failed"));
        return {};
    }
    if (session->expired) {
        fail(QStringLiteral("Failed to fetch server info: zpw_sek bị thiếu hoặc không đúng"));
        return {};
    }
    return session;
}

} // namespace zalo::sim
