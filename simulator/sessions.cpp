// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "sessions.h"

#include "files.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

namespace zalo::sim {

namespace {

const auto cookieName = QStringLiteral("zpw_sek");

QString randomHex(int words)
{
    QString out;
    for (int i = 0; i < words; ++i) {
        out += QStringLiteral("%1").arg(QRandomGenerator::system()->generate(), 8, 16,
                                        QLatin1Char('0'));
    }
    return out;
}

QJsonObject cookie(const QString& key, const QString& value)
{
    const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    return { { QStringLiteral("key"), key },
             { QStringLiteral("value"), value },
             { QStringLiteral("domain"), QStringLiteral("zalo.me") },
             { QStringLiteral("path"), QStringLiteral("/") },
             { QStringLiteral("secure"), true },
             { QStringLiteral("httpOnly"), true },
             { QStringLiteral("hostOnly"), false },
             { QStringLiteral("creation"), now },
             { QStringLiteral("lastAccessed"), now } };
}

QString tokenOf(const QJsonObject& credentials)
{
    const QJsonValue jar = credentials.value(QStringLiteral("cookie"));
    const QJsonArray cookies =
        jar.isObject() ? jar.toObject().value(QStringLiteral("cookies")).toArray() : jar.toArray();
    for (const QJsonValue& one : cookies) {
        const QJsonObject object = one.toObject();
        // Browser exports say "name" where the program's own jar says "key".
        if (object.value(QStringLiteral("key")).toString() == cookieName
            || object.value(QStringLiteral("name")).toString() == cookieName) {
            return object.value(QStringLiteral("value")).toString();
        }
    }
    return {};
}

} // namespace

QString Sessions::credentialsPath(const QString& profile) const
{
    return m_home.profilePath(profile, QStringLiteral("credentials.json"));
}

QString Sessions::serverFile() const
{
    return m_home.path(QStringLiteral("sim/server.json"));
}

std::optional<Session> Sessions::of(const QString& profile) const
{
    const QJsonObject credentials = readObject(credentialsPath(profile));
    if (credentials.isEmpty()) {
        return {};
    }
    Session session;
    session.token = tokenOf(credentials);
    session.account = accountFor(profile);
    const QJsonObject known = readObject(serverFile()).value(session.token).toObject();
    if (!known.isEmpty()) {
        session.account = { known.value(QStringLiteral("id")).toString(),
                            known.value(QStringLiteral("name")).toString() };
        session.expired = known.value(QStringLiteral("expired")).toBool();
    }
    return session;
}

void Sessions::store(const Session& session) const
{
    const FileLock lock(m_home.path(QStringLiteral("sim/server.lock")));
    QJsonObject server = readObject(serverFile());
    server[session.token] = QJsonObject { { QStringLiteral("id"), session.account.id },
                                          { QStringLiteral("name"), session.account.name },
                                          { QStringLiteral("expired"), session.expired } };
    writeBytes(serverFile(), QJsonDocument(server).toJson(QJsonDocument::Compact));
}

Session Sessions::logIn(const QString& profile, const Account& account) const
{
    const Session session { randomHex(8), account, false };
    store(session);
    const QJsonObject credentials {
        { QStringLiteral("imei"), QString(randomHex(4) + u'-' + randomHex(4)) },
        { QStringLiteral("cookie"),
          QJsonArray { cookie(QStringLiteral("zpsid"), randomHex(4)),
                       cookie(cookieName, session.token) } },
        { QStringLiteral("userAgent"),
          QStringLiteral(
              "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0") },
        { QStringLiteral("language"), QStringLiteral("vi") },
    };
    writeBytes(credentialsPath(profile), QJsonDocument(credentials).toJson());
    return session;
}

bool Sessions::expire(const QString& profile) const
{
    std::optional<Session> session = of(profile);
    if (session) {
        session->expired = true;
        store(*session);
    }
    return session.has_value();
}

Account Sessions::accountFor(const QString& profile, const QString& name)
{
    const Account first { QStringLiteral("512345678901234567"), QStringLiteral("Nguyễn Minh Anh") };
    const Account second { QStringLiteral("487654321098765432"), QStringLiteral("Trần Quốc Bảo") };
    if (name == first.name || (name.isEmpty() && profile == QLatin1String("default"))) {
        return first;
    }
    if (name == second.name || name.isEmpty()) {
        return second;
    }
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Md5);
    const quint64 number = hash.toHex().first(15).toULongLong(nullptr, 16);
    return { QString::number(100'000'000'000'000'000ULL + number % 900'000'000'000'000'000ULL),
             name };
}

} // namespace zalo::sim
