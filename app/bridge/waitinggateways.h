// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "bridge/gatewayregistry.h"
#include "core/clock.h"

#include <chrono>

namespace zalo {

//! The Gateways of a registry that ask to come in, and those that a person refused: how many there
//! may be, and how long each is remembered.
class WaitingGateways
{
public:
    static constexpr int MaxPending = 16;
    //! A Gateway that waits and does not come again for so long is forgotten…
    static constexpr std::chrono::hours PendingLife { 24 };
    //! …and after so long already where another one needs its place.
    static constexpr std::chrono::minutes PendingQuiet { 2 };
    //! One that was refused asks nobody for so long; each further refusal takes four times as long…
    static constexpr std::chrono::hours RefusedQuiet { 1 };
    //! …up to this.
    static constexpr std::chrono::hours MaxRefusedQuiet { 7 * 24 };
    //! So many are remembered; of more, those that may ask again first are forgotten.
    static constexpr int MaxRefused = 16;

    //! `registry` outlives it.
    WaitingGateways(GatewayRegistry& registry, Clock clock);

    //! Forgets those that did not come for so long. Nothing is written.
    void forgetOld();
    //! A new one waits. Busy: too many do; FileUnwritable.
    [[nodiscard]] Result<void> add(GatewayRecord record);
    //! Whether this one was refused, and nobody is asked about it yet.
    [[nodiscard]] bool isQuiet(const GatewayRecord& record) const;
    //! One that was refused is asked about again. As add(); then it stays refused.
    [[nodiscard]] Result<void> addAgain(const GatewayRecord& record);
    //! Refuses one that waits. BadRequest, FileUnwritable.
    [[nodiscard]] Result<void> refuse(const QString& id);

    [[nodiscard]] QDateTime now() const;

private:
    [[nodiscard]] QList<GatewayRecord> inState(GatewayRecord::State state) const;
    //! True where there were some.
    bool forgetPending(std::chrono::seconds quietFor);
    void forgetRefused();

    GatewayRegistry& m_registry;
    Clock m_clock;
};

} // namespace zalo
