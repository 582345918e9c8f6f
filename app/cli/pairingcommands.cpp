// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "cli/pairingcommands.h"

#include "core/singleline.h"
#include "core/timetext.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

using Request = TerminalCommand::Request;

constexpr qsizetype MaxTextUnits = 300; // of what somebody wrote

struct PairingCommands
{
    Q_DECLARE_TR_FUNCTIONS(PairingCommands)
};

QString requestText(const QJsonObject& request)
{
    const QString code = request[u"code"].toString();
    const QString name = request[u"name"].toString();
    const QString senderId = request[u"senderId"].toString();
    const QString who =
        name.isEmpty() ? senderId : PairingCommands::tr("%1 (%2)").arg(name, senderId);
    QString text = PairingCommands::tr("%1  %2, since %3")
                       .arg(code.isEmpty() ? request[u"requestId"].toString() : code, who,
                            timeText(request[u"createdAt"].toInteger()))
        + u'\n';
    if (QString wrote = singleLine(request[u"text"].toString()); !wrote.isEmpty()) {
        if (wrote.size() > MaxTextUnits) {
            wrote = wrote.left(MaxTextUnits) + u'…';
        }
        text += u"    "_s + wrote + u'\n';
    }
    if (!request[u"connected"].toBool()) {
        text += u"    "_s
            + PairingCommands::tr("Its Gateway is not connected; it can be answered once it is.")
            + u'\n';
    }
    return text;
}

} // namespace

Result<Request> pairingRequest(const QStringList& arguments)
{
    const QString verb = arguments.value(1, u"list"_s);
    if (verb == u"list" && arguments.size() <= 2) {
        return Request { u"pairing.list"_s, {}, Request::Show::Pairings };
    }
    if ((verb == u"approve" || verb == u"dismiss") && arguments.size() == 3) {
        return Request { u"pairing."_s + verb,
                         { { u"id"_s, arguments[2] } },
                         verb == u"approve" ? Request::Show::ApprovedPairing
                                            : Request::Show::DismissedPairing };
    }
    return failure(ErrorKind::BadRequest,
                   u"zalo-companion pairing [list | approve CODE | dismiss CODE]"_s);
}

QString pairingsText(const QJsonObject& answer)
{
    QString text;
    const QJsonArray requests = answer[u"requests"].toArray();
    for (const auto& request : requests) {
        text += requestText(request.toObject());
    }
    return text.isEmpty() ? PairingCommands::tr("Nobody waits for approval.") + u'\n' : text;
}

QString approvedPairingText(const QJsonObject& answer)
{
    const QString name = answer[u"name"].toString();
    return (name.isEmpty()
                ? PairingCommands::tr("Approved. The bot answers from the next message on.")
                : PairingCommands::tr("Approved. The bot answers %1 from the next message on.")
                      .arg(name))
        + u'\n';
}

QString dismissedPairingText()
{
    return PairingCommands::tr("Dismissed. Nobody is told; whoever writes again asks again.")
        + u'\n';
}

} // namespace zalo
