// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewaysetup/setupjournal.h"

#include "core/atomicfile.h"
#include "core/plainfile.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr int Version = 1;
constexpr qsizetype NameDigits = 12;

QJsonValue base64(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray bytesIn(const QJsonValue& value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

} // namespace

QByteArray fingerprintOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QString journalPath(const QString& stateFolder, const QString& configPath)
{
    const QByteArray name = fingerprintOf(configPath.toUtf8()).first(NameDigits);
    return stateFolder + u"/gateway-setup-"_s + QString::fromLatin1(name) + u".json"_s;
}

Result<std::optional<SetupJournal>> readJournal(const QString& path)
{
    const auto bytes = readPlainFile(path);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    if (!*bytes) {
        return std::nullopt;
    }
    const QJsonObject json = QJsonDocument::fromJson(**bytes).object();
    if (json[u"version"].toInt() > Version) {
        return failure(ErrorKind::StorageNewer, path);
    }
    if (json[u"version"].toInt() != Version || json[u"config"].toString().isEmpty()) {
        return failure(ErrorKind::StorageDamaged, path);
    }
    SetupJournal journal;
    journal.before = { json[u"config"].toString(), json[u"existed"].toBool(),
                       bytesIn(json[u"before"]), QFile::Permissions(json[u"rights"].toInt()) };
    journal.after = json[u"after"].toString().toLatin1();
    if (json.contains(u"backup")) {
        journal.backup = bytesIn(json[u"backup"]);
    }
    journal.installedPlugin = json[u"installedPlugin"].toBool();
    journal.replaced = json[u"replaced"].toString();
    return journal;
}

Result<void> writeJournal(const QString& path, const SetupJournal& journal)
{
    QJsonObject json { { u"version"_s, Version },
                       { u"config"_s, journal.before.path },
                       { u"existed"_s, journal.before.exists },
                       { u"before"_s, base64(journal.before.bytes) },
                       { u"rights"_s, int(journal.before.rights) },
                       { u"after"_s, QString::fromLatin1(journal.after) },
                       { u"installedPlugin"_s, journal.installedPlugin },
                       { u"replaced"_s, journal.replaced } };
    if (journal.backup) {
        json.insert(u"backup"_s, base64(*journal.backup));
    }
    return writeFileAtomically(path, QJsonDocument(json).toJson());
}

} // namespace zalo
