// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcaenvironment.h"

#include "platform/programfolders.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace zalo {

QProcessEnvironment zcaEnvironment(const QProcessEnvironment& base, const QString& program)
{
    QProcessEnvironment environment = base;
    for (const char* name :
         { "OPENZCA_PROFILE", "ZCA_PROFILE", "OPENZCA_QR_OPEN", "FORCE_COLOR", "CLICOLOR_FORCE" }) {
        environment.remove(QString::fromLatin1(name));
    }
    environment.insert(u"NO_COLOR"_s, u"1"_s);
    // Without it openzca starts xdg-open, and dies where there is none (ZCA.md 3).
    environment.insert(u"OPENZCA_QR_AUTO_OPEN"_s, u"0"_s);
    environment.insert(u"OPENZCA_QR_ASCII"_s, u"0"_s);
    // By itself openzca sends a message again when the answer to the first was late (ZCA.md 6).
    environment.insert(u"OPENZCA_SEND_RETRY_COUNT"_s, u"0"_s);
    // The quoted message comes in a field of its own; the text stays what was written (ZCA.md 7).
    environment.insert(u"OPENZCA_LISTEN_INCLUDE_QUOTE_CONTEXT"_s, u"0"_s);

    const QString pathName = u"PATH"_s;
    QStringList folders { QFileInfo(program).absolutePath() };
    folders += base.value(pathName).split(u':', Qt::SkipEmptyParts);
    folders +=
        usualProgramFolders(base, base.value(u"HOME"_s, QDir::homePath()), systemProgramFolders());
    folders.removeDuplicates();
    environment.insert(pathName, folders.join(u':'));
    return environment;
}

} // namespace zalo
