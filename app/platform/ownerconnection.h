// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/timing.h"
#include "platform/instancelock.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

class QLocalSocket;

namespace zalo {

//! Finds the instance that owns a data folder and connects to its control socket, wherever that is.
//! One that is just starting, or whose socket was swept away a moment ago, is waited for.
class OwnerConnection : public QObject
{
    Q_OBJECT

public:
    //! `patience`: how long an owner that does not answer is tried.
    OwnerConnection(const QString& dataFolder, Timing::ms patience, QObject* parent = nullptr);

    //! Ends in one connected() or failed(), after this has returned.
    void start();

signals:
    //! The receiver owns the socket.
    void connected(QLocalSocket* socket);
    //! NotRunning: nobody owns the folder. NotAnswering (detail: the owner): nobody listens where
    //! the owner should.
    void failed(const zalo::Error& error);

private:
    void attempt();

    QString m_dataFolder;
    Timing::ms m_patience;
    QDeadlineTimer m_deadline;
    QTimer m_next;
};

} // namespace zalo
