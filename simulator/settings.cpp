// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "settings.h"

#include "arguments.h"
#include "files.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

const auto keyName = u"key"_s;
const auto valueName = u"value"_s;
const auto profileName = u"profile"_s;
const auto commandName = u"command"_s;
const auto usesName = u"uses"_s; // that are left; 0: any number
constexpr int usualScale = 5; // percent

} // namespace

bool isSettingKey(const QString& key)
{
    static const QStringList keys {
        u"ambiguous-mention"_s,
        u"bigline"_s,
        u"cache-time"_s,
        u"check-files"_s,
        u"closed-linger"_s,
        u"connect-delay"_s,
        u"dead-cookie"_s,
        u"dialect"_s,
        u"die-midline"_s,
        u"download-stall"_s,
        u"download-time"_s,
        u"drop-after"_s,
        u"exit"_s,
        u"extra-ids"_s,
        u"fail-chunk"_s,
        u"false-starts"_s,
        u"flood"_s,
        u"friends"_s,
        u"garbage-version"_s,
        u"gif-without-id"_s,
        u"groups"_s,
        u"hang"_s,
        u"hang-version"_s,
        u"heartbeat"_s,
        u"ignore-term"_s,
        u"history-fails"_s,
        u"history-time"_s,
        u"inversion-time"_s,
        u"inversions"_s,
        u"linger"_s,
        u"lookup-time"_s,
        u"net"_s,
        u"noise"_s,
        u"nothing-sent"_s,
        u"ping-interval"_s,
        u"qr-expiry"_s,
        u"rate-limit"_s,
        u"refuse"_s,
        u"refuse-login"_s,
        u"scale"_s,
        u"seed"_s,
        u"send-then-hang"_s,
        u"slow"_s,
        u"split"_s,
        u"upload-hang"_s,
        u"upload-linger"_s,
        u"upload-time"_s,
        u"version"_s,
    };
    return keys.contains(key);
}

Settings::Settings(const Home& home)
    : m_file(home.path(u"sim/settings.json"_s)),
      m_lockFile(home.path(u"sim/settings.lock"_s))
{
    reload();
}

void Settings::setScope(const QString& profile, const QString& command)
{
    m_profile = profile;
    m_command = command;
}

void Settings::reload()
{
    m_rules = QJsonDocument::fromJson(readBytes(m_file)).array();
}

int Settings::find(const QString& key) const
{
    int best = -1;
    int bestRank = -1;
    for (int i = 0; i < m_rules.size(); ++i) {
        const QJsonObject rule = m_rules.at(i).toObject();
        const QString profile = rule.value(profileName).toString();
        const QString command = rule.value(commandName).toString();
        if (rule.value(keyName).toString() != key || (!profile.isEmpty() && profile != m_profile)
            || (!command.isEmpty() && command != m_command)) {
            continue;
        }
        const int rank = (command.isEmpty() ? 0 : 2) + (profile.isEmpty() ? 0 : 1);
        if (rank > bestRank) {
            best = i;
            bestRank = rank;
        }
    }
    return best;
}

QString Settings::value(const QString& key, const QString& fallback)
{
    int index = find(key);
    if (index < 0) {
        return fallback;
    }
    QJsonObject rule = m_rules.at(index).toObject();
    if (rule.value(usesName).toInt() > 0) {
        const FileLock lock(m_lockFile);
        reload();
        // Another process may have been the one.
        index = find(key);
        if (index < 0) {
            return fallback;
        }
        rule = m_rules.at(index).toObject();
        if (const int uses = rule.value(usesName).toInt(); uses == 1) {
            m_rules.removeAt(index);
            save();
        } else if (uses > 1) {
            QJsonObject left = rule;
            left[usesName] = uses - 1;
            m_rules.replace(index, left);
            save();
        }
    }
    return rule.value(valueName).toString();
}

int Settings::number(const QString& key, int fallback)
{
    bool ok = false;
    const int number = value(key).toInt(&ok);
    return ok ? number : fallback;
}

int Settings::duration(const QString& key, int realTime)
{
    const int percent = number(u"scale"_s, usualScale);
    return number(key, int(qint64(realTime) * percent / 100));
}

bool Settings::flag(const QString& key)
{
    const QString set = value(key, u"0"_s);
    return set != QLatin1String("0") && set != QLatin1String("off")
        && set != QLatin1String("false");
}

QString Settings::assign(const QString& assignment, const QString& profile)
{
    const qsizetype equals = assignment.indexOf(u'=');
    const QString key = assignment.left(equals);
    if (equals < 0 || !isSettingKey(key)) {
        return u"unknown setting '%1', see simulator/README.md"_s.arg(assignment);
    }
    static const QRegularExpression countPattern(u"^([1-9]\\d{0,5})x$"_s);
    QString value = assignment.mid(equals + 1);
    QString command;
    int uses = 0;
    for (qsizetype at = value.lastIndexOf(u'@'); at >= 0; at = value.lastIndexOf(u'@')) {
        const QString suffix = value.mid(at + 1);
        if (suffix == QLatin1String("once")) {
            uses = 1;
        } else if (const QRegularExpressionMatch times = countPattern.match(suffix);
                   times.hasMatch()) {
            uses = times.captured(1).toInt();
        } else if (isCommandId(suffix)) {
            command = suffix;
        } else {
            break;
        }
        value.truncate(at);
    }
    if (isCommandId(value)) {
        command = value;
        value = u"1"_s;
    }
    const FileLock lock(m_lockFile);
    reload();
    for (int i = int(m_rules.size()) - 1; i >= 0; --i) {
        const QJsonObject rule = m_rules.at(i).toObject();
        if (rule.value(keyName).toString() == key && rule.value(profileName).toString() == profile
            && rule.value(commandName).toString() == command) {
            m_rules.removeAt(i);
        }
    }
    if (!value.isEmpty()) {
        m_rules.append(QJsonObject { { keyName, key },
                                     { valueName, value },
                                     { profileName, profile },
                                     { commandName, command },
                                     { usesName, uses } });
    }
    save();
    return {};
}

void Settings::reset()
{
    const FileLock lock(m_lockFile);
    m_rules = {};
    save();
}

void Settings::save() const
{
    writeBytes(m_file, QJsonDocument(m_rules).toJson(QJsonDocument::Compact));
}

} // namespace zalo::sim
