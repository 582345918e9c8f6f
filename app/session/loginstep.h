// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/contact.h"
#include "core/error.h"

#include <QByteArray>
#include <QMetaType>

#include <optional>

namespace zalo {

//! What follows when a login brings another person than the last one in the profile.
enum class OtherPerson
{
    Accepted, //!< it goes on with that person
    AwaitsDecision //!< the step OtherPerson is reported, and nothing connects before the answer
};

//! One step of a login, as it is shown and reported (PROTOCOL.md, `login.changed`).
struct LoginStep
{
    enum class Kind
    {
        Starting,
        Qr, //!< to be scanned; comes again when an expired one was replaced
        Scanned, //!< to be confirmed on the phone
        OtherPerson, //!< zca logged somebody else in than `expected`: a person decides
        Confirmed, //!< verified: `me info` answered and the listener connected
        Declined,
        Expired, //!< every renewal expired too
        Cancelled,
        Failed
    };

    QString loginId;
    QString profile;
    Kind kind = Kind::Starting;
    QByteArray png; //!< Qr: zca's picture
    QString payload; //!< Qr: what the picture says; empty where it could not be read
    qint64 expiresAtMs = 0; //!< Qr
    int attempt = 0; //!< Qr: 1 for the first
    QString by; //!< Scanned: the name on the phone
    Account user; //!< Confirmed, OtherPerson
    Account expected; //!< who was logged in here last; without an id: nobody is waited for
    std::optional<Error> error; //!< Failed

    [[nodiscard]] bool isFinal() const { return kind >= Kind::Confirmed; }
};

//! The step's name on the bridge.
[[nodiscard]] QString loginStepName(LoginStep::Kind kind);

} // namespace zalo

Q_DECLARE_METATYPE(zalo::LoginStep)
