// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "cli/statustext.h"

#include "companion/pausestext.h"
#include "core/gaprecovery.h"
#include "core/timetext.h"
#include "session/sessionstatus.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

struct StatusText
{
    Q_DECLARE_TR_FUNCTIONS(StatusText)
};

QString timeText(const QJsonValue& ms)
{
    return zalo::timeText(ms.toInteger());
}

QString row(const QString& name, const QString& text)
{
    return name.leftJustified(12) + text + u'\n';
}

QString zaloText(const QJsonObject& session)
{
    QString text = session[u"text"].toString();
    if (!session[u"since"].isNull()) {
        text = StatusText::tr("%1, since %2").arg(text, timeText(session[u"since"]));
    }
    if (!session[u"lastVerifiedAt"].isNull()) {
        text =
            StatusText::tr("%1; last confirmed %2").arg(text, timeText(session[u"lastVerifiedAt"]));
    }
    return text;
}

QString queueText(const QJsonObject& queue)
{
    const auto count = [&queue](QStringView name) { return int(queue[name].toInteger()); };
    QStringList parts;
    parts << StatusText::tr("%n to deliver", nullptr, count(u"inboundWaiting"))
          << StatusText::tr("%n to send", nullptr, count(u"outboundWaiting"));
    if (const int dead = count(u"inboundDead")) {
        parts << StatusText::tr("%n not deliverable", nullptr, dead);
    }
    if (const int expired = count(u"inboundExpired")) {
        parts << StatusText::tr("%n too old to deliver", nullptr, expired);
    }
    if (const int failed = count(u"inboundFailed")) {
        parts << StatusText::tr("%n without an answer", nullptr, failed);
    }
    if (const int failed = count(u"outboundFailed")) {
        parts << StatusText::tr("%n not sent", nullptr, failed);
    }
    if (const int uncertain = count(u"outboundUncertain")) {
        parts << StatusText::tr("%n uncertain", nullptr, uncertain);
    }
    return parts.join(u", "_s);
}

QString namesIn(const QJsonArray& texts)
{
    QStringList names;
    for (const auto& text : texts) {
        names << text.toString();
    }
    return names.join(u", "_s);
}

//! Of the last gap that is over; empty where there is none.
QString missedText(const QJsonArray& gaps)
{
    for (auto gap = gaps.end(); gap != gaps.begin();) {
        --gap;
        const QJsonObject last = gap->toObject();
        if (!last[u"to"].isNull()) {
            return StatusText::tr("%1 to %2: %3")
                .arg(timeText(last[u"from"]), timeText(last[u"to"]),
                     gapRecoveryText(gapRecoveryOfName(last[u"recovery"].toString()),
                                     last[u"recovered"].toInt()));
        }
    }
    return {};
}

QString profileText(const QJsonObject& profile)
{
    const QJsonObject session = profile[u"session"].toObject();
    const QString label = profile[u"label"].toString();
    const QString zaloName = profile[u"account"][u"displayName"].toString();
    const QString name = label.isEmpty() ? zaloName : label;
    const QString id = profile[u"profile"].toString();
    QString text = row(StatusText::tr("Account"),
                       name.isEmpty() ? id : StatusText::tr("%1 (%2)").arg(name, id));
    text += row(StatusText::tr("Zalo"),
                label.isEmpty() || zaloName.isEmpty()
                    ? zaloText(session)
                    : StatusText::tr("%1: %2").arg(zaloName, zaloText(session)));
    if (const QString reason = session[u"reason"][u"text"].toString(); !reason.isEmpty()) {
        text += row(QString(), reason);
    }
    const QJsonObject retry = session[u"retry"].toObject();
    if (const int refused = retry[u"refusedLogins"].toInt(); refused > 0) {
        text += row(QString(), StatusText::tr("%n logins refused by Zalo.", nullptr, refused));
    } else if (const int failed = retry[u"failedConnections"].toInt(); failed > 0) {
        text += row(QString(), StatusText::tr("%n failed connections in a row.", nullptr, failed));
    }
    if (!retry[u"nextAt"].isNull() && !retry.isEmpty()) {
        text += row(QString(), StatusText::tr("Next try at %1.").arg(timeText(retry[u"nextAt"])));
    }
    if (const QJsonArray sharers = profile[u"gatewayAccounts"].toArray(); sharers.size() > 1) {
        text += row(QString(),
                    StatusText::tr("Accounts of the Gateway share this profile: %1. Only the first "
                                   "gets its messages. Give each a profile of its own: "
                                   "channels.zalouser.accounts")
                        .arg(namesIn(sharers)));
    }
    text += row(StatusText::tr("Messages"), queueText(profile[u"queue"].toObject()));
    const QJsonArray others = profile[u"otherAccounts"].toArray();
    for (const auto& other : others) {
        const QString otherName = other[u"displayName"].toString();
        text += row(QString(),
                    StatusText::tr("Waiting until %1 logs in again: %2")
                        .arg(otherName.isEmpty() ? other[u"userId"].toString() : otherName,
                             queueText(other[u"queue"].toObject())));
    }
    if (const QJsonObject backlog = profile[u"backlog"].toObject(); !backlog.isEmpty()) {
        text += row(QString(),
                    StatusText::tr("Delivering pending messages: %1 of %2.")
                        .arg(backlog[u"done"].toInteger())
                        .arg(backlog[u"total"].toInteger()));
    }
    if (const QJsonArray pauses = profile[u"pausedThreads"].toArray(); !pauses.isEmpty()) {
        text +=
            row(QString(), pausesText(int(pauses.size()), pauses.first()[u"until"].toInteger()));
    }
    if (const QString missed = missedText(profile[u"connectionGaps"].toArray());
        !missed.isEmpty()) {
        text += row(StatusText::tr("Missed"), missed);
    }
    if (!profile[u"sending"][u"until"].isNull()) {
        text += row(QString(),
                    StatusText::tr("Sending pauses until %1.")
                        .arg(timeText(profile[u"sending"][u"until"])));
    }
    return text;
}

QString gatewayText(const QJsonObject& bridge)
{
    QStringList connected;
    QStringList pending;
    QStringList outdated;
    const QJsonArray gateways = bridge[u"gateways"].toArray();
    for (const auto& gateway : gateways) {
        if (gateway[u"state"].toString() == u"pending") {
            pending << gateway[u"id"].toString();
        } else if (gateway[u"connected"].toBool()) {
            connected << gateway[u"label"].toString();
        }
        if (gateway[u"pluginOutdated"].toBool()) {
            outdated << gateway[u"plugin"].toString();
        }
    }
    QString text =
        row(StatusText::tr("Gateway"),
            connected.isEmpty() ? StatusText::tr("none is connected") : connected.join(u", "_s));
    for (const QString& id : std::as_const(pending)) {
        text += row(
            QString(),
            StatusText::tr("One waits for approval: zalo-companion gateways approve %1").arg(id));
    }
    for (const QString& version : std::as_const(outdated)) {
        text += row(QString(),
                    StatusText::tr("Its plugin %1 is older than Zalo Companion. Update it: "
                                   "zalo-companion setup-gateway")
                        .arg(version));
    }
    return text;
}

//! The worst in one sentence, and below it what else there is.
QString healthText(const QJsonObject& health)
{
    QString text = row(StatusText::tr("Now"), health[u"text"].toString());
    const QJsonArray findings = health[u"findings"].toArray();
    for (qsizetype i = 1; i < findings.size(); ++i) {
        text += row(QString(), findings[i][u"text"].toString());
    }
    return text;
}

} // namespace

QString damagedDataText()
{
    return StatusText::tr("Start over with a new database; the damaged one is kept: zalo-companion "
                          "reset --keep-damaged");
}

QString statusText(const QJsonObject& snapshot)
{
    const QJsonObject companion = snapshot[u"companion"].toObject();
    const QJsonObject zca = snapshot[u"zca"].toObject();
    QString text = StatusText::tr("Zalo Companion %1, process %2")
                       .arg(companion[u"version"].toString())
                       .arg(companion[u"pid"].toInteger())
        + u'\n';
    if (companion[u"mode"].toString() == u"demo") {
        text += row(StatusText::tr("Demo"),
                    StatusText::tr("all people and messages are made up; nothing reaches Zalo"));
    }
    text += healthText(snapshot[u"health"].toObject());
    text += row(
        u"zca"_s,
        zca.contains(u"error")
            ? zca[u"error"][u"text"].toString()
            : StatusText::tr("%1 at %2").arg(zca[u"version"].toString(), zca[u"path"].toString()));
    const QJsonArray profiles = snapshot[u"profiles"].toArray();
    for (const auto& profile : profiles) {
        text += profileText(profile.toObject());
    }
    if (const QString problem = snapshot[u"delivery"][u"text"].toString(); !problem.isEmpty()) {
        text += row(StatusText::tr("Storage"), problem);
    }
    if (snapshot[u"delivery"][u"state"].toString() == u"StorageDamaged") {
        text += row(StatusText::tr("Next"), damagedDataText());
    }
    text += gatewayText(snapshot[u"bridge"].toObject());
    if (!snapshot[u"pairings"].toArray().isEmpty()) {
        text += row(StatusText::tr("Pairing"),
                    StatusText::tr("See who asks, and answer: zalo-companion pairing"));
    }
    text += row(StatusText::tr("Keys"), snapshot[u"secrets"][u"text"].toString());
    if (profiles.isEmpty() && !zca.contains(u"error")) {
        text += row(StatusText::tr("Next"), nextStepText(NextStep::LogIn));
    }
    for (const auto& profile : profiles) {
        const QJsonObject step = profile[u"session"][u"nextStep"].toObject();
        if (const QString next = step[u"text"].toString(); !next.isEmpty()) {
            text += row(StatusText::tr("Next"), next);
        }
    }
    return text;
}

bool isHealthy(const QJsonObject& snapshot)
{
    const QString severity = snapshot[u"health"][u"severity"].toString();
    return severity == u"ok" || severity == u"working";
}

} // namespace zalo
