// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "settings/settingsrescue.h"

#include "core/atomicfile.h"
#include "core/logging.h"
#include "core/plainfile.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

QString beside(const QString& path, const QString& name)
{
    return QFileInfo(path).path() + u'/' + name;
}

QString copyOf(const QString& path)
{
    return beside(path, u"settings.last-good.json"_s);
}

bool isSettings(const QByteArray& bytes)
{
    return QJsonDocument::fromJson(bytes).isObject();
}

//! The bytes of a file that holds settings.
std::optional<QByteArray> goodBytes(const QString& path)
{
    const auto bytes = readPlainFile(path).value_or(std::nullopt);
    return bytes && isSettings(*bytes) ? bytes : std::nullopt;
}

void keepCopy(const QString& path, const QByteArray& bytes)
{
    if (bytes != goodBytes(copyOf(path))) {
        (void)writeFileAtomically(copyOf(path), bytes); // the next start tries again
    }
}

} // namespace

void keepSettingsCopy(const QString& path)
{
    if (const std::optional<QByteArray> bytes = goodBytes(path)) {
        keepCopy(path, *bytes);
    }
}

QString rescuedSettings(const QString& path)
{
    const QFileInfo info(path);
    const bool isFile = info.isFile();
    const auto bytes =
        readPlainFile(path).value_or(std::nullopt); // none: perhaps it may not be read
    const bool isGood = bytes && isSettings(*bytes);
    const bool isDamaged = isFile ? bytes && !isGood : info.exists();
    if (!isDamaged) {
        if (isFile) {
            QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        }
        if (isGood) {
            keepCopy(path, *bytes);
        }
        return path;
    }
    const QString aside =
        beside(path,
               u"settings.damaged-%1.json"_s.arg(
                   QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-hhmmss"_s)));
    const std::optional<QByteArray> last = goodBytes(copyOf(path));
    const bool isMoved = QFile::rename(path, aside);
    const bool isBack = isMoved && last && writeFileAtomically(path, *last);
    qCWarning(lcApp).noquote() << "The settings are damaged:" << path << "was moved to" << aside
                               << (isBack ? "and the last good ones are used again."
                                          : "and there are none to go back to.");
    return path;
}

} // namespace zalo
