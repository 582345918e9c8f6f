// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/presenters/pairingview.h"

#include "companion/accountname.h"
#include "core/singleline.h"
#include "core/timetext.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr qsizetype MaxTextUnits = 240; // some three lines

struct PairingTexts
{
    Q_DECLARE_TR_FUNCTIONS(PairingTexts)
};

QString whenText(const PairingRequest& request, const Snapshot& snapshot)
{
    const QString time = timeText(request.createdAtMs);
    const ProfileSnapshot* account =
        snapshot.profiles.size() > 1 ? snapshot.find(request.profile) : nullptr;
    return account
        ? PairingTexts::tr("waiting since %1, account %2").arg(time, accountName(*account))
        : PairingTexts::tr("waiting since %1").arg(time);
}

QString wordsOf(const PairingRequest& request, TextDisplay texts)
{
    const QString text = singleLine(request.text);
    if (text.isEmpty()) {
        return {};
    }
    if (texts == TextDisplay::Hidden) {
        return PairingTexts::tr("Message hidden");
    }
    return PairingTexts::tr("“%1”").arg(text.size() > MaxTextUnits ? text.left(MaxTextUnits) + u'…'
                                                                   : text);
}

QString progressOf(const PairingRequest& request)
{
    switch (request.step) {
    case PairingStep::Approving:
        return PairingTexts::tr("Approving…");
    case PairingStep::Dismissing:
        return PairingTexts::tr("Dismissing…");
    case PairingStep::Waiting:
        return request.isGatewayConnected
            ? QString()
            : PairingTexts::tr("The Gateway is not connected. You can answer once it is.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString pairingName(const PairingRequest& request)
{
    return request.name.isEmpty() ? PairingTexts::tr("Zalo user %1").arg(request.senderId)
                                  : request.name;
}

PairingView presentPairing(const PairingRequest& request, const Snapshot& snapshot,
                           TextDisplay texts)
{
    return { .requestId = request.requestId,
             .senderId = request.senderId,
             .name = pairingName(request),
             .avatar = request.avatar,
             .when = whenText(request, snapshot),
             .text = wordsOf(request, texts),
             .progress = progressOf(request),
             .canAnswer = request.step == PairingStep::Waiting && request.isGatewayConnected };
}

} // namespace zalo
