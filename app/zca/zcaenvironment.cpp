// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcaenvironment.h"

#include "platform/programfolders.h"

#include <QDir>
#include <QFileInfo>

namespace zalo {

QProcessEnvironment zcaEnvironment(const QProcessEnvironment& base, const QString& program)
{
    QProcessEnvironment environment = base;
    for (const char* name :
         { "OPENZCA_PROFILE", "ZCA_PROFILE", "OPENZCA_QR_OPEN", "FORCE_COLOR", "CLICOLOR_FORCE" }) {
        environment.remove(QString::fromLatin1(name));
    }
    environment.insert(QStringLiteral("NO_COLOR"), QStringLiteral("1"));
    // Without it openzca starts xdg-open, and dies where there is none (ZCA.md 3).
    environment.insert(QStringLiteral("OPENZCA_QR_AUTO_OPEN"), QStringLiteral("0"));
    environment.insert(QStringLiteral("OPENZCA_QR_ASCII"), QStringLiteral("0"));
    // By itself openzca sends a message again when the answer to the first was late (ZCA.md 6).
    environment.insert(QStringLiteral("OPENZCA_SEND_RETRY_COUNT"), QStringLiteral("0"));
    // The quoted message comes in a field of its own; the text stays what was written (ZCA.md 7).
    environment.insert(QStringLiteral("OPENZCA_LISTEN_INCLUDE_QUOTE_CONTEXT"), QStringLiteral("0"));

    const QString pathName = QStringLiteral("PATH");
    QStringList folders { QFileInfo(program).absolutePath() };
    folders += base.value(pathName).split(u':', Qt::SkipEmptyParts);
    folders += usualProgramFolders(base, base.value(QStringLiteral("HOME"), QDir::homePath()),
                                   systemProgramFolders());
    folders.removeDuplicates();
    environment.insert(pathName, folders.join(u':'));
    return environment;
}

} // namespace zalo
