// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/callback.h"

#include <QString>

namespace zalo {

//! Says when a profile can be asked for something: a zca is known, and somebody is logged in.
class SessionGate
{
public:
    virtual ~SessionGate() = default;

    //! Takes `profile` into the companion's care where it was not, and answers once it is known
    //! whether its commands have a chance: ZcaMissing, NotLoggedIn, or better why not. Silent where
    //! `context` died.
    virtual void ensureReady(const QString& profile, QObject* context, Callback<void> done) = 0;

protected:
    SessionGate() = default;
    Q_DISABLE_COPY_MOVE(SessionGate)
};

//! Runs `command` once `profile` is ready; `done` gets the error where it is not.
template <typename T, typename Command>
void whenReady(SessionGate& gate, const QString& profile, QObject* context, const Callback<T>& done,
               Command command)
{
    gate.ensureReady(profile, context,
                     [done, command = std::move(command)](const Result<void>& ready) {
                         ready ? command() : done(tl::unexpected(ready.error()));
                     });
}

} // namespace zalo
