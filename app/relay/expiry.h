// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "messagestore/inboundstore.h"

#include <chrono>

namespace zalo {

//! How old messages are, and which are too old to be delivered by themselves. Ages go by the times
//! that Zalo gives its messages: this machine's clock may be days off until a time server has set
//! it.
class Expiry
{
public:
    //! `store` outlives it.
    Expiry(InboundStore& store, std::chrono::milliseconds maxAge, Clock clock);

    void setMaxAge(std::chrono::milliseconds maxAge) { m_maxAge = maxAge; }
    //! What the age of a message counts from that arrives now: `sentMs`, when Zalo says it was
    //! sent, where that can be; else now.
    [[nodiscard]] qint64 agedMs(qint64 sentMs);
    //! Waiting messages of the profile that are too old become expired; gives how many.
    void run(const QString& profile, QObject* context, Callback<int> done);

private:
    [[nodiscard]] qint64 nowMs() const;

    InboundStore& m_store;
    std::chrono::milliseconds m_maxAge;
    Clock m_clock;
    qint64 m_serverAheadMs = 0; //!< Zalo's time less bootMs; 0: not known yet
};

} // namespace zalo
