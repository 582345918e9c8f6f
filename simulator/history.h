// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "home.h"
#include "sessions.h"

#include <QJsonObject>

#include <functional>

namespace zalo::sim {

//! Every message of the accounts on the imagined servers, whether or not anybody was connected when
//! it was written, and how far each came. A row has account, msgId, cliMsgId, threadId, isGroup,
//! senderId, senderName, toId, ts (ms), msgType, content, own, and quote where there is one.
class History
{
public:
    //! How far a message came.
    enum class Arrival
    {
        Reached, //!< a listener's connection
        Printed //!< its standard output
    };

    explicit History(const Home& home)
        : m_home(home)
    { }

    //! Keeps a complete message (completeMessage()) of the account; false where it cannot.
    [[nodiscard]] bool add(const QJsonObject& message, const Account& account) const;

    void mark(const QString& msgId, Arrival arrival) const;

    //! The rows of an account, or of all, in the order of their times; with `reached` and
    //! `printed`.
    [[nodiscard]] QList<QJsonObject> rows(const QString& account) const;

    //! The newest `count` rows of an account that `isWanted`, newest first.
    [[nodiscard]] QList<QJsonObject>
    newest(const QString& account, qsizetype count,
           const std::function<bool(const QJsonObject&)>& isWanted) const;

    //! How many were written, how many of them are the account's own, and of the others how many
    //! reached a connection, reached none (missed), were printed, and reached one but were not
    //! printed (dropped).
    [[nodiscard]] QJsonObject counts(const QString& account) const;

    void clear() const;

private:
    const Home& m_home;
};

} // namespace zalo::sim
