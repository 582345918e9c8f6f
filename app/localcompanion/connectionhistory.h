// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/relayrows.h"
#include "session/sessionstatus.h"

#include <QObject>

namespace zalo {

class SessionStore;

//! The newest gaps and changes of one profile's connection, as they are stored.
class ConnectionHistory : public QObject
{
    Q_OBJECT

public:
    //! `store` outlives it.
    ConnectionHistory(QString profile, SessionStore& store, QObject* parent = nullptr);

    //! Reads them anew, those of `account` and nobody's; changed() follows.
    void read(const QString& account);

    //! The newest last, bounded.
    [[nodiscard]] const QList<ConnectionGap>& gaps() const { return m_gaps; }
    [[nodiscard]] const QList<SessionChange>& changes() const { return m_changes; }

signals:
    void changed();

private:
    QString m_profile;
    SessionStore& m_store;
    QList<ConnectionGap> m_gaps;
    QList<SessionChange> m_changes;
    QString m_account;
    bool m_isReading = false;
    bool m_readAgain = false;
};

} // namespace zalo
