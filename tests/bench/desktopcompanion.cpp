// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "desktopcompanion.h"

#include "testgateway.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QThread>

using namespace Qt::StringLiterals;

namespace zalo::bench {
namespace {

constexpr int Friends = 10'000;
constexpr int OnlineDeadlineMs = 30'000;
constexpr int BetweenLooksMs = 100;
constexpr int EndDeadlineMs = 20'000;

} // namespace

bool DesktopCompanion::prepare()
{
    test::TestGateway gateway;
    if (!m_simulator.ctlSucceeds({ u"set"_s, u"friends=%1"_s.arg(Friends) })
        || !m_simulator.ctlSucceeds({ u"login"_s }) || !m_companion.start()
        || !gateway.subscribe(m_companion.bridgePath())) {
        return false;
    }
    const RpcReply stored = gateway.call(u"contacts.refresh"_s);
    gateway.close();
    return stored && (*stored)[u"friends"].toInt() == Friends && m_companion.terminate();
}

void DesktopCompanion::setUp(QProcess& process, const QStringList& words) const
{
    QProcessEnvironment environment = m_companion.environment;
    environment.insert(u"QT_LOGGING_RULES"_s, u"*.info=false"_s);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.setProgram(QStringLiteral(COMPANION_BINARY));
    process.setArguments(words);
}

bool DesktopCompanion::waitForOnline() const
{
    QElapsedTimer elapsed;
    for (elapsed.start(); elapsed.elapsed() < OnlineDeadlineMs; QThread::msleep(BetweenLooksMs)) {
        if (m_companion.status()[u"profiles"][0][u"session"][u"state"].toString() == u"Online") {
            return true;
        }
    }
    return false;
}

void DesktopCompanion::end(QProcess& process)
{
    process.terminate();
    if (!process.waitForFinished(EndDeadlineMs)) {
        process.kill();
        process.waitForFinished();
    }
}

} // namespace zalo::bench
