// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "control/pairinganswers.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace zalo {

QJsonObject pairingsJson(const Snapshot& snapshot)
{
    QJsonArray requests;
    for (const PairingRequest& request : snapshot.pairings) {
        requests.append(QJsonObject { { u"requestId"_s, request.requestId },
                                      { u"gateway"_s, request.gatewayId },
                                      { u"connected"_s, request.isGatewayConnected },
                                      { u"profile"_s, request.profile },
                                      { u"senderId"_s, request.senderId },
                                      { u"name"_s, request.name },
                                      { u"code"_s, request.code },
                                      { u"createdAt"_s, request.createdAtMs },
                                      { u"text"_s, request.text } });
    }
    return { { u"requests"_s, requests } };
}

Result<PairingRequest> pairingOf(const Snapshot& snapshot, const QString& id)
{
    QList<PairingRequest> meant;
    std::copy_if(snapshot.pairings.begin(), snapshot.pairings.end(), std::back_inserter(meant),
                 [&](const PairingRequest& request) {
                     return request.requestId == id || request.senderId == id
                         || request.code.compare(id, Qt::CaseInsensitive) == 0;
                 });
    if (meant.isEmpty()) {
        return failure(ErrorKind::PairingGone);
    }
    if (meant.size() > 1) {
        return failure(ErrorKind::BadRequest,
                       u"“%1” asks more than once; name one request by its code"_s.arg(id));
    }
    return meant.first();
}

} // namespace zalo
