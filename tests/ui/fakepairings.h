// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/pairingservice.h"
#include "fakecalls.h"

namespace zalo::test {

//! Gateways that answer at once, or when the test lets them.
class FakePairings : public PairingService
{
public:
    explicit FakePairings(FakeCalls& calls)
        : m_calls(calls)
    { }

    QHash<QString, qint64> approved; //!< when, by sender
    bool isSlow = false; //!< answers wait in `unanswered`
    QList<Callback<void>> unanswered;

    void approve(const QString& requestId, QObject* context, Callback<void> done) override
    {
        m_calls.asked << u"approvePairing " + requestId;
        answer(context, std::move(done));
    }
    void dismiss(const QString& requestId, QObject* context, Callback<void> done) override
    {
        m_calls.asked << u"dismissPairing " + requestId;
        answer(context, std::move(done));
    }
    qint64 approvedMs(const QString&, const QString& senderId) const override
    {
        return approved.value(senderId);
    }

private:
    void answer(QObject* context, Callback<void> done)
    {
        if (isSlow) {
            unanswered << boundTo<void>(context, std::move(done));
        } else {
            done(m_calls.answer());
        }
    }

    FakeCalls& m_calls;
};

} // namespace zalo::test
