// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/companion.h"
#include "fakecontacts.h"
#include "fakecures.h"
#include "fakegatewayhost.h"
#include "fakegateways.h"
#include "fakemessages.h"
#include "fakepairings.h"
#include "fakeprofiles.h"
#include "fakesessions.h"
#include "fakesettings.h"
#include "fakesnapshots.h"

namespace zalo::test {

//! Every role of a companion that a test moves by hand, for what needs them all. The fakes share
//! one record of calls.
struct FakeCompanion : FakeCalls
{
    FakeSnapshots snapshots;
    FakeSessions sessions { *this };
    FakeProfiles profiles { *this };
    FakeContacts contacts { *this };
    FakeMessages messages { *this };
    FakeDelivery delivery { *this };
    FakeActivity activity { *this };
    FakeGateways gateways { *this };
    FakePairings pairings { *this };
    FakeSettings settings { *this };
    FakeData data { *this };
    FakeCures cures { *this };
    FakeGatewayHost gatewayHost { *this };

    [[nodiscard]] Companion roles()
    {
        return { snapshots, sessions, profiles, contacts, messages, delivery,   activity,
                 gateways,  pairings, settings, data,     cures,    gatewayHost };
    }
};

} // namespace zalo::test
