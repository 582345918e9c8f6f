// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewaysetup/openclawlocator.h"

#include "core/plainfile.h"

#include <QDir>
#include <QFileInfo>

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

bool isProgram(const QString& path)
{
    const QFileInfo file(path);
    return file.isFile() && file.isExecutable();
}

//! The arguments of a unit's command line; systemd quotes those with spaces.
QStringList unitArguments(const QString& line)
{
    QStringList arguments;
    QString word;
    QChar quote;
    const QString text = line + u' ';
    for (const QChar c : text) {
        if (!quote.isNull() ? c == quote : (c == u'"' || c == u'\'')) {
            quote = quote.isNull() ? c : QChar();
        } else if (c == u' ' && quote.isNull()) {
            if (!word.isEmpty()) {
                arguments << std::exchange(word, {});
            }
        } else {
            word += c;
        }
    }
    return arguments;
}

//! The program of a Gateway's unit: `openclaw gateway …`, or `node …/openclaw/….mjs gateway …`.
std::optional<OpenClawProgram> programOfUnit(const QString& path)
{
    const auto unit = readPlainFile(path);
    const QList<QByteArray> lines = unit && *unit ? (*unit)->split('\n') : QList<QByteArray>();
    for (const QByteArray& bytes : lines) {
        const QString line = QString::fromUtf8(bytes).trimmed();
        if (!line.startsWith(u"ExecStart="_s)) {
            continue;
        }
        const QStringList arguments = unitArguments(line.section(u'=', 1));
        const QString first = arguments.value(0);
        const QString script = arguments.value(1);
        if (!isProgram(first)) {
            continue;
        }
        if (QFileInfo(first).fileName() == u"openclaw") {
            return OpenClawProgram { first, {} };
        }
        if (script.contains(u"/openclaw/"_s) && QFileInfo(script).isFile()) {
            return OpenClawProgram { first, { script } };
        }
    }
    return std::nullopt;
}

std::optional<OpenClawProgram> programOfUnits(const OpenClawSearch& search)
{
    const QString base =
        search.environment.value(u"XDG_CONFIG_HOME"_s, search.home + u"/.config"_s);
    const QDir units(base + u"/systemd/user"_s);
    for (const QString& name : units.entryList({ u"openclaw-gateway*.service"_s }, QDir::Files)) {
        if (auto program = programOfUnit(units.filePath(name))) {
            return program;
        }
    }
    return std::nullopt;
}

QStringList foldersOf(const OpenClawSearch& search)
{
    const QString own =
        search.environment.value(u"OPENCLAW_PREFIX"_s, search.home + u"/.openclaw"_s);
    return QStringList { own + u"/bin"_s }
    + usualProgramFolders(search.environment, search.home, search.systemFolders);
}

} // namespace

Result<OpenClawProgram> locateOpenClaw(const OpenClawSearch& search)
{
    if (const QString named = search.environment.value(u"ZALO_COMPANION_OPENCLAW"_s);
        !named.isEmpty()) {
        const QString path =
            named.startsWith(u"~/"_s) ? QString(search.home + named.sliced(1)) : named;
        return isProgram(path) ? Result<OpenClawProgram>({ QFileInfo(path).absoluteFilePath(), {} })
                               : failure(ErrorKind::OpenClawNotExecutable, path);
    }
    const auto in = [](const QStringList& folders) -> std::optional<OpenClawProgram> {
        for (const QString& folder : folders) {
            if (QDir::isAbsolutePath(folder) && isProgram(folder + u"/openclaw"_s)) {
                return OpenClawProgram { folder + u"/openclaw"_s, {} };
            }
        }
        return std::nullopt;
    };
    auto found = in(search.environment.value(u"PATH"_s).split(u':', Qt::SkipEmptyParts));
    if (!found) {
        found = programOfUnits(search);
    }
    if (!found) {
        found = in(foldersOf(search));
    }
    return found ? Result<OpenClawProgram>(*found) : failure(ErrorKind::OpenClawMissing);
}

QProcessEnvironment openClawEnvironment(const OpenClawSearch& search,
                                        const OpenClawProgram& program)
{
    QProcessEnvironment environment = search.environment;
    for (const QString& name : environment.keys()) {
        if (name.startsWith(u"ZALO_"_s)) {
            environment.remove(name);
        }
    }
    environment.remove(u"FORCE_COLOR"_s);
    environment.insert(u"NO_COLOR"_s, u"1"_s);
    QStringList folders { QFileInfo(program.path).absolutePath() };
    folders += search.environment.value(u"PATH"_s).split(u':', Qt::SkipEmptyParts);
    folders << search.home + u"/.openclaw/tools/node/bin"_s; // where its own installer puts node
    folders += foldersOf(search);
    folders.removeDuplicates();
    environment.insert(u"PATH"_s, folders.join(u':'));
    return environment;
}

} // namespace zalo
