// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcaprobecache.h"

#include "core/atomicfile.h"
#include "core/logging.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

//! What must be the same for an old answer to hold.
QJsonObject stamp(const QString& path)
{
    const QFileInfo file(path); // of what a link points to
    return { { u"path"_s, path },
             { u"target"_s, file.canonicalFilePath() },
             { u"size"_s, file.size() },
             { u"mtime"_s, file.lastModified().toMSecsSinceEpoch() },
             { u"ctime"_s, file.metadataChangeTime().toMSecsSinceEpoch() },
             { u"companion"_s, QStringLiteral(ZALO_VERSION) } };
}

} // namespace

ZcaProbeCache::ZcaProbeCache(const QString& folder)
    : m_file(folder + u"/zca-program.json"_s)
{ }

std::optional<ZcaProgram> ZcaProbeCache::load(const QString& path) const
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QJsonObject entry = QJsonDocument::fromJson(file.readAll()).object();
    if (entry.value(QLatin1String("stamp")).toObject() != stamp(path)) {
        return std::nullopt;
    }
    ZcaProgram program;
    program.path = path;
    program.version = entry.value(QLatin1String("version")).toString();
    program.dialect =
        entry.value(QLatin1String("dialect")).toString() == zcaDialectName(ZcaDialect::OpenZca)
        ? ZcaDialect::OpenZca
        : ZcaDialect::ZcaCli;
    const QJsonArray names = entry.value(QLatin1String("capabilities")).toArray();
    for (const ZcaCapabilityRow& row : zcaCapabilityTable()) {
        program.capabilities.setFlag(row.capability, names.contains(QString(row.name)));
    }
    return program;
}

void ZcaProbeCache::save(const ZcaProgram& program) const
{
    QJsonArray names;
    for (const ZcaCapabilityRow& row : zcaCapabilityTable()) {
        if (program.can(row.capability)) {
            names.append(QString(row.name));
        }
    }
    const QJsonObject entry { { u"stamp"_s, stamp(program.path) },
                              { u"version"_s, program.version },
                              { u"dialect"_s, zcaDialectName(program.dialect) },
                              { u"capabilities"_s, names } };
    if (const Result<void> kept = writeFileAtomically(m_file, QJsonDocument(entry).toJson());
        !kept) {
        qCWarning(lcZca).noquote()
            << "cannot keep what zca can do:" << errorText(kept.error(), TextLanguage::English);
    }
}

} // namespace zalo
