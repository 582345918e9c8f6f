// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// A settings file that somebody else wrote: it is read, and what is chosen now is kept.

#include "fuzztarget.h"
#include "settings/settings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace zalo;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    fuzz::prepare();
    fuzz::Input input(data, size);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"settings.json"_s));
    fuzz::ensure(file.open(QIODevice::WriteOnly) && file.write(input.rest()) == qint64(size));
    file.close();
    Settings settings(folder.path());
    const QStringList profiles = settings.profiles();
    fuzz::ensure(!profiles.contains(QString()));
    fuzz::ensure(settings.maxAgeHours() >= 0 && settings.retentionDays() >= 1);
    fuzz::ensure(settings.sendsPerMinute() >= 0);
    [[maybe_unused]] const auto theme = settings.theme();
    [[maybe_unused]] const QByteArray geometry = settings.windowGeometry();
    [[maybe_unused]] const QStringList hosts = settings.mediaHosts();
    settings.addProfile(u"shop"_s);
    fuzz::ensure(settings.profiles().contains(u"shop"_s));
    return 0;
}
