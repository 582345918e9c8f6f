// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/gatewayregistry.h"

#include "core/atomicfile.h"
#include "core/plainfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace zalo {
namespace {

using namespace Qt::StringLiterals;

constexpr int FileVersion = 1;

QString stateName(GatewayRecord::State state)
{
    switch (state) {
    case GatewayRecord::State::Approved:
        return u"approved"_s;
    case GatewayRecord::State::Pending:
        return u"pending"_s;
    case GatewayRecord::State::Refused:
        return u"refused"_s;
    }
    Q_UNREACHABLE();
}

GatewayRecord::State stateNamed(const QString& name)
{
    return name == "approved"_L1 ? GatewayRecord::State::Approved
        : name == "refused"_L1   ? GatewayRecord::State::Refused
                                 : GatewayRecord::State::Pending;
}

QJsonObject toJson(const GatewayRecord& record)
{
    QJsonObject object {
        { u"id"_s, record.id },
        { u"label"_s, record.label },
        { u"state"_s, stateName(record.state) },
        { u"fingerprint"_s, record.fingerprint },
        { u"keyStored"_s, record.keyStored },
        { u"firstSeen"_s, record.firstSeen.toMSecsSinceEpoch() },
        { u"lastSeen"_s, record.lastSeen.toMSecsSinceEpoch() },
    };
    if (record.refusals > 0) {
        object.insert(u"refusals"_s, record.refusals);
    }
    if (record.quietUntil.isValid()) {
        object.insert(u"quietUntil"_s, record.quietUntil.toMSecsSinceEpoch());
    }
    return object;
}

QDateTime timeIn(const QJsonValue& value)
{
    return value.isDouble() ? QDateTime::fromMSecsSinceEpoch(value.toInteger(), Qt::UTC)
                            : QDateTime();
}

GatewayRecord fromJson(const QJsonObject& object)
{
    return {
        .id = object.value("id"_L1).toString(),
        .label = object.value("label"_L1).toString(),
        .state = stateNamed(object.value("state"_L1).toString()),
        .fingerprint = object.value("fingerprint"_L1).toString(),
        .keyStored = object.value("keyStored"_L1).toBool(),
        .firstSeen =
            QDateTime::fromMSecsSinceEpoch(object.value("firstSeen"_L1).toInteger(), Qt::UTC),
        .lastSeen =
            QDateTime::fromMSecsSinceEpoch(object.value("lastSeen"_L1).toInteger(), Qt::UTC),
        .refusals = object.value("refusals"_L1).toInt(),
        .quietUntil = timeIn(object.value("quietUntil"_L1)),
    };
}

} // namespace

GatewayRegistry::GatewayRegistry(const QString& path)
    : m_path(path)
{ }

Result<void> GatewayRegistry::load()
{
    const Result<std::optional<QByteArray>> bytes = readPlainFile(m_path);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    if (!*bytes) {
        return {};
    }
    const QJsonObject object = QJsonDocument::fromJson(**bytes).object();
    const int version = object.value("version"_L1).toInt();
    if (version > FileVersion) {
        return failure(ErrorKind::StorageNewer, m_path);
    }
    if (version != FileVersion || !object.value("gateways"_L1).isArray()) {
        return failure(ErrorKind::StorageDamaged, m_path);
    }
    m_records.clear();
    const QJsonArray gateways = object.value("gateways"_L1).toArray();
    for (const auto& gateway : gateways) {
        m_records.append(fromJson(gateway.toObject()));
    }
    m_firstUseDone = object.value("firstUseTaken"_L1).toBool();
    return {};
}

Result<void> GatewayRegistry::save() const
{
    QJsonArray gateways;
    for (const GatewayRecord& record : m_records) {
        gateways.append(toJson(record));
    }
    const QJsonObject object { { u"version"_s, FileVersion },
                               { u"firstUseTaken"_s, m_firstUseDone },
                               { u"gateways"_s, gateways } };
    return writeFileAtomically(m_path, QJsonDocument(object).toJson());
}

std::optional<GatewayRecord> GatewayRegistry::find(const QString& id) const
{
    for (const GatewayRecord& record : m_records) {
        if (record.id == id) {
            return record;
        }
    }
    return {};
}

void GatewayRegistry::put(const GatewayRecord& record)
{
    for (GatewayRecord& known : m_records) {
        if (known.id == record.id) {
            known = record;
            return;
        }
    }
    m_records.append(record);
}

void GatewayRegistry::remove(const QString& id)
{
    m_records.removeIf([&id](const GatewayRecord& record) { return record.id == id; });
}

} // namespace zalo
