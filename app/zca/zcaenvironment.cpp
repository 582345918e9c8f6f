// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcaenvironment.h"

#include "platform/programfolders.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

bool usesProxy(const QProcessEnvironment& base)
{
    const QString wish = base.value(u"NODE_USE_ENV_PROXY"_s);
    return (!wish.isEmpty() && wish != u"0")
        || base.value(u"NODE_OPTIONS"_s).contains(u"--use-env-proxy");
}

void confineToZalo(QProcessEnvironment& environment)
{
    environment.insert(u"NODE_USE_ENV_PROXY"_s, u"1"_s);
    // Nobody can listen on port 1 without the rights of the system.
    for (const QString& name : { u"http_proxy"_s, u"https_proxy"_s }) {
        environment.insert(name, u"http://127.0.0.1:1"_s);
        environment.insert(name.toUpper(), u"http://127.0.0.1:1"_s);
    }
    for (const QString& name : { u"no_proxy"_s, u"NO_PROXY"_s }) {
        environment.insert(name, u"zalo.me,.zalo.me,zaloapp.com,.zaloapp.com"_s);
    }
}

//! Texts to be sent are arguments, which every user of the machine can read. Node, given a title,
//! writes it over them as soon as it has read them.
void hideArguments(QProcessEnvironment& environment)
{
    const QString name = u"NODE_OPTIONS"_s;
    environment.insert(name, QString(environment.value(name) + u" --title=zca"_s).trimmed());
}

} // namespace

QProcessEnvironment zcaEnvironment(const QProcessEnvironment& base, const QString& program,
                                   ZcaReach reach, ZcaLock lock)
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
    // Files are fetched here, after the message is stored, and only from Zalo (HttpsFetcher). By
    // itself openzca fetches whatever a message names, and prints the message afterwards. 0 would
    // be no limit, 0 files the usual number; what comes within the millisecond is too large.
    environment.insert(u"OPENZCA_LISTEN_MEDIA_FETCH_TIMEOUT_MS"_s, u"1"_s);
    environment.insert(u"OPENZCA_LISTEN_MEDIA_MAX_BYTES"_s, u"1"_s);
    environment.insert(u"OPENZCA_LISTEN_DOWNLOAD_QUOTE_MEDIA"_s, u"0"_s);
    if (lock == ZcaLock::Ignored) {
        environment.insert(u"OPENZCA_LISTEN_ENFORCE_SINGLE_OWNER"_s, u"0"_s);
    }
    if (reach == ZcaReach::ZaloOnly && !usesProxy(base)) {
        confineToZalo(environment);
    }
    // A listener's hold no text, and who has the lock on a profile is known by them (lockOwner()).
    if (reach != ZcaReach::ZaloOnly) {
        hideArguments(environment);
    }

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
