// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewayhost/gatewayprocess.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr qint64 MaxStat = 4 << 10;
// Its name for the kernel has 15 letters.
constexpr QByteArrayView GatewayName = "openclaw-gatewa";

// Fields of /proc/<pid>/stat behind the name, which is in brackets and may contain anything.
constexpr qsizetype State = 0;
constexpr qsizetype StartTicks = 19;

} // namespace

std::optional<ProcessFacts> processFacts(qint64 pid, const Clock& clock)
{
    const QString folder = u"/proc/%1"_s.arg(pid);
    QFile file(folder + u"/stat"_s);
    struct stat owner
    {
    };
    if (pid <= 0 || ::stat(QFile::encodeName(folder).constData(), &owner) != 0
        || !file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QByteArray stat = file.read(MaxStat);
    const qsizetype nameFrom = stat.indexOf('(') + 1;
    const qsizetype nameTo = stat.lastIndexOf(')');
    const QList<QByteArray> fields = stat.mid(nameTo + 2).split(' ');
    if (nameTo < nameFrom || fields.size() <= StartTicks || fields[State] == "Z") {
        return std::nullopt;
    }
    const qint64 sinceBootMs = fields[StartTicks].toLongLong() * 1'000 / ::sysconf(_SC_CLK_TCK);
    ProcessFacts facts;
    facts.isGateway =
        owner.st_uid == ::geteuid() && stat.mid(nameFrom, nameTo - nameFrom) == GatewayName;
    facts.startedMs = clock.nowMs() - clock.bootMs() + sinceBootMs;
    return facts;
}

void askToEnd(qint64 pid)
{
    if (pid > 0) {
        ::kill(pid_t(pid), SIGTERM);
    }
}

} // namespace zalo
