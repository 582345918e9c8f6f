// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewayhost/gatewayfacts.h"

#include "core/singleline.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr qsizetype MaxWords = 300;

QJsonObject answerIn(const OpenClawOutput& output)
{
    return QJsonDocument::fromJson(output.out).object();
}

//! Commands say `error` as a text or as an object, by how early they failed.
QString wordsOf(const QJsonObject& answer, const OpenClawOutput& output)
{
    const QJsonValue error = answer[u"error"_s];
    const QString words =
        singleLine(error.isObject() ? error[u"message"_s].toString() : error.toString());
    return words.isEmpty() ? output.lastLine() : words.left(MaxWords);
}

qint64 listenerOf(const QJsonObject& answer)
{
    const QJsonArray listeners = answer[u"port"_s][u"listeners"_s].toArray();
    for (const auto& listener : listeners) {
        if (const qint64 pid = listener[u"pid"_s].toInteger(); pid > 0) {
            return pid;
        }
    }
    return 0;
}

} // namespace

Result<GatewayFacts> readGatewayFacts(const OpenClawOutput& output)
{
    const QJsonObject answer = answerIn(output);
    const QJsonObject gateway = answer[u"gateway"_s].toObject();
    const int port = gateway[u"port"_s].toInt();
    if (port <= 0 || port > 65'535) {
        return failure(ErrorKind::OpenClawFailed, wordsOf(answer, output));
    }
    const QJsonObject service = answer[u"service"_s].toObject();
    GatewayFacts facts;
    facts.version = singleLine(answer[u"cli"_s][u"version"_s].toString());
    facts.runningVersion = singleLine(gateway[u"version"_s].toString());
    facts.port = quint16(port);
    facts.usesTls = gateway[u"probeUrl"_s].toString().startsWith(u"wss:"_s);
    facts.logFile = answer[u"logFile"_s].toString();
    // "diagnostic-only": no systemd here, or a configuration that the service would not use.
    facts.canHaveService = service[u"targetRole"_s].toString() == u"target";
    facts.hasService =
        facts.canHaveService && (service[u"command"_s].isObject() || service[u"loaded"_s].toBool());
    facts.isServiceRunning =
        facts.hasService && service[u"runtime"_s][u"status"_s].toString() == u"running";
    facts.pid = listenerOf(answer);
    return facts;
}

Result<void> readGatewayOutcome(const OpenClawOutput& output)
{
    const QJsonObject answer = answerIn(output);
    const bool isDone = output.exitCode == 0 && answer[u"ok"_s].toBool();
    return isDone ? Result<void>() : failure(ErrorKind::OpenClawFailed, wordsOf(answer, output));
}

} // namespace zalo
