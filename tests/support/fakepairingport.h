// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pairing/pairingport.h"

namespace zalo::test {

//! Gateways whose answers the test gives.
class FakePairingPort : public PairingPort
{
public:
    void list(const QString& gatewayId, QObject*, Callback<QList<PairingRequest>> done) override
    {
        asked << u"list " + gatewayId;
        lists << std::move(done);
    }
    void approve(const PairingRequest& request, QObject*, Callback<void> done) override
    {
        asked << u"approve " + request.requestId;
        answers << std::move(done);
    }
    void dismiss(const PairingRequest& request, QObject*, Callback<void> done) override
    {
        asked << u"dismiss " + request.requestId;
        answers << std::move(done);
    }

    QStringList asked;
    QList<Callback<QList<PairingRequest>>> lists; //!< not answered yet, the oldest first
    QList<Callback<void>> answers; //!< the same
};

} // namespace zalo::test
