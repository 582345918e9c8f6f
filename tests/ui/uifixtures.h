// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"
#include "fakecompanion.h"
#include "platform/autostart.h"
#include "settings/settings.h"
#include "ui/widgets/confirm.h"

#include <QPushButton>
#include <QTemporaryDir>

// What several tests of the windows share.
namespace zalo::test {

//! An account of this name whose session is in `state`.
inline ProfileSnapshot accountIn(SessionState state, const QString& name = QStringLiteral("Mẹ Lan"),
                                 const QString& profile = QStringLiteral("default"))
{
    ProfileSnapshot account;
    account.profile = profile;
    account.account = Account { u"51234567890123456" + profile, name, {}, {}, {} };
    account.session = { state, 1, 1, {}, NextStep::None };
    return account;
}

//! These accounts, with zca found and a Gateway connected.
inline Snapshot healthySnapshot(const QList<ProfileSnapshot>& profiles)
{
    Snapshot snapshot;
    snapshot.mode = RunMode::Window;
    snapshot.zcaPath = QStringLiteral("/usr/bin/zca");
    snapshot.zcaVersion = QStringLiteral("0.1.58");
    snapshot.bridgeState = BridgeState::Kind::Connected;
    snapshot.profiles = profiles;
    return snapshot;
}

//! The button with this text that is on the screen; nullptr when there is none.
inline QPushButton* visibleButton(const QWidget& page, const QString& text)
{
    const auto buttons = page.findChildren<QPushButton*>();
    for (QPushButton* candidate : buttons) {
        if (candidate->isVisible() && candidate->text() == text) {
            return candidate;
        }
    }
    return nullptr;
}

//! Takes the place of the box that asks: keeps what was asked, and answers when the test says so.
struct ConfirmRecorder
{
    QList<Confirmation> asked;
    std::function<void()> agree; //!< to the last one

    //! For setConfirm(); the recorder outlives the page.
    [[nodiscard]] Confirm answer()
    {
        return [this](QWidget*, const Confirmation& what, std::function<void()> onConfirmed) {
            asked << what;
            agree = std::move(onConfirmed);
        };
    }
};

//! What the window is built on.
struct WindowFixture
{
    QTemporaryDir folder;
    FakeCompanion companion;
    Settings settings { folder.path() };
    Autostart autostart { folder.path(), QStringLiteral("/usr/bin/zalo-companion") };
};

} // namespace zalo::test
