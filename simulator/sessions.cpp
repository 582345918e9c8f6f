// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "sessions.h"

#include "files.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

const auto cookieName = u"zpw_sek"_s;

QString randomHex(int groups)
{
    QString out;
    for (int i = 0; i < groups; ++i) {
        out += u"%1"_s.arg(QRandomGenerator::system()->generate(), 8, 16, QLatin1Char('0'));
    }
    return out;
}

QJsonObject cookie(const QString& key, const QString& value)
{
    const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    return { { u"key"_s, key },        { u"value"_s, value },  { u"domain"_s, u"zalo.me"_s },
             { u"path"_s, u"/"_s },    { u"secure"_s, true },  { u"httpOnly"_s, true },
             { u"hostOnly"_s, false }, { u"creation"_s, now }, { u"lastAccessed"_s, now } };
}

QString tokenOf(const QJsonObject& credentials)
{
    const QJsonValue jar = credentials.value(u"cookie"_s);
    const QJsonArray cookies =
        jar.isObject() ? jar.toObject().value(u"cookies"_s).toArray() : jar.toArray();
    for (const QJsonValue& one : cookies) {
        const QJsonObject object = one.toObject();
        // Browser exports say "name" where the program's own jar says "key".
        if (object.value(u"key"_s).toString() == cookieName
            || object.value(u"name"_s).toString() == cookieName) {
            return object.value(u"value"_s).toString();
        }
    }
    return {};
}

} // namespace

QString Sessions::credentialsPath(const QString& profile) const
{
    return m_home.profilePath(profile, u"credentials.json"_s);
}

QString Sessions::serverFile() const
{
    return m_home.path(u"sim/server.json"_s);
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
        session.account = { known.value(u"id"_s).toString(), known.value(u"name"_s).toString() };
        session.expired = known.value(u"expired"_s).toBool();
    }
    return session;
}

void Sessions::store(const Session& session) const
{
    const FileLock lock(m_home.path(u"sim/server.lock"_s));
    QJsonObject server = readObject(serverFile());
    server[session.token] = QJsonObject { { u"id"_s, session.account.id },
                                          { u"name"_s, session.account.name },
                                          { u"expired"_s, session.expired } };
    writeBytes(serverFile(), QJsonDocument(server).toJson(QJsonDocument::Compact));
}

Session Sessions::logIn(const QString& profile, const Account& account) const
{
    const Session session { randomHex(8), account, false };
    store(session);
    const QJsonObject credentials {
        { u"imei"_s, QString(randomHex(4) + u'-' + randomHex(4)) },
        { u"cookie"_s,
          QJsonArray { cookie(u"zpsid"_s, randomHex(4)), cookie(cookieName, session.token) } },
        { u"userAgent"_s,
          u"Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"_s },
        { u"language"_s, u"vi"_s },
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
    const Account first { u"512345678901234567"_s, u"Nguyễn Minh Anh"_s };
    const Account second { u"487654321098765432"_s, u"Trần Quốc Bảo"_s };
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
