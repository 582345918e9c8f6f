// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"
#include "core/error.h"
#include "rpc/responder.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace zalo {

class SnapshotProvider;

//! Answers a terminal's `reconnect` once it is known what came of it: `{connected: true}`, the
//! reason why it is not, or `{connected: false}` where it goes on trying. It deletes itself.
class ReconnectAnswer : public QObject
{
    Q_OBJECT

public:
    //! To be made before the session is asked to connect: by the snapshot it knows what is new.
    ReconnectAnswer(SnapshotProvider& snapshots, QString profile, Responder responder,
                    QObject* parent);

    //! Waits so long.
    void start(std::chrono::milliseconds patience);
    void refuse(const Error& error);

private:
    [[nodiscard]] std::optional<SessionStatus> session() const;
    void look();
    void answer(bool connected);
    void end();

    SnapshotProvider& m_snapshots;
    QString m_profile;
    Responder m_responder;
    QTimer m_patience;
    qint64 m_sinceMs = 0; //!< of the state before
};

} // namespace zalo
