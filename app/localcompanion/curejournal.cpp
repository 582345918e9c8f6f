// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/curejournal.h"

#include "core/atomicfile.h"
#include "core/logging.h"
#include "core/plainfile.h"
#include "localcompanion/configchangejson.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr int Version = 1;

QJsonObject toJson(const CuredMessage& message)
{
    return { { u"profile"_s, message.profile },
             { u"threadId"_s, message.thread.id },
             { u"isGroup"_s, message.thread.isGroup },
             { u"messageId"_s, message.messageId } };
}

CuredMessage messageIn(const QJsonValue& json)
{
    return { json[u"profile"].toString(),
             { json[u"threadId"].toString(), json[u"isGroup"].toBool() },
             json[u"messageId"].toString() };
}

} // namespace

CureJournal::CureJournal(QString path)
    : m_path(std::move(path))
{ }

std::optional<CurePlan> CureJournal::find(const CuredMessage& message)
{
    const QList<Entry>& all = entries();
    const auto found = std::find_if(all.begin(), all.end(), [&message](const Entry& entry) {
        return entry.message == message;
    });
    return found == all.end() ? std::nullopt
                              : std::optional(CurePlan { message.profile, found->changes });
}

Result<void> CureJournal::insert(const CuredMessage& message, const CurePlan& plan)
{
    QList<Entry> next = entries();
    next.removeIf([&message](const Entry& entry) { return entry.message == message; });
    next.append({ message, plan.changes });
    return save(std::move(next));
}

Result<void> CureJournal::remove(const CuredMessage& message)
{
    QList<Entry> next = entries();
    next.removeIf([&message](const Entry& entry) { return entry.message == message; });
    return keep(std::move(next));
}

Result<void> CureJournal::erase(const QString& profile)
{
    QList<Entry> next = entries();
    const bool hadAny = next.removeIf([&profile](const Entry& entry) {
        return entry.message.profile == profile;
    }) > 0;
    return hadAny ? keep(std::move(next)) : Result<void>();
}

//! What is left out is not offered again, whatever the disk says.
Result<void> CureJournal::keep(QList<Entry> entries)
{
    const Result<void> saved = save(entries);
    m_entries = std::move(entries);
    return saved;
}

QList<CureJournal::Entry>& CureJournal::entries()
{
    if (m_entries) {
        return *m_entries;
    }
    m_entries.emplace();
    const auto bytes = readPlainFile(m_path);
    const QJsonObject json =
        bytes && *bytes ? QJsonDocument::fromJson(**bytes).object() : QJsonObject();
    if (json[u"version"].toInt() != Version) {
        if (!bytes || *bytes) {
            qCWarning(lcApp).noquote() << "what undoes earlier cures cannot be read:" << m_path;
        }
        return *m_entries;
    }
    const QJsonArray cures = json[u"cures"].toArray();
    for (const auto& cure : cures) {
        m_entries->append(
            { messageIn(cure[u"message"]), configChangesIn(cure[u"changes"].toArray()) });
    }
    return *m_entries;
}

Result<void> CureJournal::save(QList<Entry> entries)
{
    QByteArray bytes;
    do {
        if (entries.size() > MaxCures || !bytes.isEmpty()) {
            entries.remove(0, std::max<qsizetype>(1, entries.size() - MaxCures));
        }
        QJsonArray cures;
        for (const Entry& entry : std::as_const(entries)) {
            cures.append(QJsonObject { { u"message"_s, toJson(entry.message) },
                                       { u"changes"_s, zalo::toJson(entry.changes) } });
        }
        bytes = QJsonDocument({ { u"version"_s, Version }, { u"cures"_s, cures } }).toJson();
    } while (bytes.size() > MaxBytes && entries.size() > 1);
    const Result<void> written = writeFileAtomically(m_path, bytes);
    if (written) {
        m_entries = std::move(entries);
    }
    return written;
}

} // namespace zalo
