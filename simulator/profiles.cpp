// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "profiles.h"

#include "files.h"

#include <QDateTime>
#include <QDir>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

const auto defaultProfile = u"default"_s;
const auto profilesKey = u"profiles"_s;
const auto defaultKey = u"defaultProfile"_s;
const auto createdKey = u"createdAt"_s;
const auto updatedKey = u"updatedAt"_s;

QString now()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
}

QJsonObject newProfile()
{
    const QString time = now();
    return { { createdKey, time }, { updatedKey, time } };
}

} // namespace

Profiles::Profiles(const Home& home)
    : m_home(home),
      m_root(readObject(home.path(u"profiles.json"_s)))
{
    if (m_root.value(profilesKey).toObject().isEmpty()) {
        change([](QJsonObject& root, QJsonObject& profiles) {
            if (profiles.isEmpty()) {
                root[defaultKey] = defaultProfile;
                profiles[defaultProfile] = newProfile();
            }
        });
        QDir().mkpath(m_home.profilePath(defaultProfile, {}));
    }
}

void Profiles::change(const std::function<void(QJsonObject&, QJsonObject&)>& edit)
{
    const FileLock lock(m_home.path(u"sim/profiles.lock"_s));
    const QString file = m_home.path(u"profiles.json"_s);
    m_root = readObject(file);
    QJsonObject profiles = m_root.value(profilesKey).toObject();
    edit(m_root, profiles);
    m_root[profilesKey] = profiles;
    writeBytes(file, QJsonDocument(m_root).toJson());
}

QString Profiles::resolve(const QString& wanted) const
{
    for (const QString& name : { wanted, qEnvironmentVariable("OPENZCA_PROFILE").trimmed(),
                                 qEnvironmentVariable("ZCA_PROFILE").trimmed() }) {
        if (!name.isEmpty()) {
            return name;
        }
    }
    return defaultName();
}

bool Profiles::exists(const QString& name) const
{
    return m_root.value(profilesKey).toObject().contains(name);
}

QString Profiles::defaultName() const
{
    return m_root.value(defaultKey).toString(defaultProfile);
}

QList<std::pair<QString, QJsonObject>> Profiles::list() const
{
    QList<std::pair<QString, QJsonObject>> out;
    const QJsonObject profiles = m_root.value(profilesKey).toObject();
    for (auto it = profiles.begin(); it != profiles.end(); ++it) {
        out.append({ it.key(), it.value().toObject() });
    }
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
        return a.second.value(createdKey).toString() < b.second.value(createdKey).toString();
    });
    return out;
}

bool Profiles::ensure(const QString& name)
{
    if (!isName(name)) {
        return false;
    }
    if (!exists(name)) {
        change([&name](QJsonObject&, QJsonObject& profiles) {
            if (!profiles.contains(name)) {
                profiles[name] = newProfile();
            }
        });
    }
    QDir().mkpath(m_home.profilePath(name, {}));
    return true;
}

void Profiles::remove(const QString& name)
{
    change([&name](QJsonObject& root, QJsonObject& profiles) {
        profiles.remove(name);
        if (profiles.isEmpty()) {
            profiles[defaultProfile] = newProfile();
        }
        if (!profiles.contains(root.value(defaultKey).toString())) {
            root[defaultKey] = profiles.keys().first();
        }
    });
    QDir(m_home.profilePath(name, {})).removeRecursively();
}

void Profiles::setDefault(const QString& name)
{
    change([&name](QJsonObject& root, QJsonObject& profiles) {
        root[defaultKey] = name;
        QJsonObject profile = profiles.value(name).toObject();
        profile[updatedKey] = now();
        profiles[name] = profile;
    });
}

void Profiles::setLabel(const QString& name, const QString& label)
{
    change([&](QJsonObject&, QJsonObject& profiles) {
        QJsonObject profile = profiles.value(name).toObject();
        profile[u"label"_s] = label;
        profile[updatedKey] = now();
        profiles[name] = profile;
    });
}

bool Profiles::isName(const QString& name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'_' || c == u'-');
    });
}

} // namespace zalo::sim
