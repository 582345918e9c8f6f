// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "relay/gatewayport.h"

namespace zalo::test {

//! A Gateway whose answers the test gives.
class FakeGatewayPort : public GatewayPort
{
public:
    struct Call
    {
        InboundRow row;
        bool isBacklog = false;
        Callback<void> done;
        qint64 atMs = 0; //!< when, by the real wall clock
    };

    void deliver(const InboundRow& row, bool isBacklog, QObject* context,
                 Callback<void> done) override;

    [[nodiscard]] QStringList ids() const; //!< the messages' ids, in the order of the calls

    QList<Call> calls;
    bool answersByItself = false; //!< accepts everything at once
    QString leavesAlone; //!< but for this message
    std::optional<Error> failsWith; //!< fails at everything at once
};

} // namespace zalo::test
