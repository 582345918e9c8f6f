// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "home.h"

#include <QJsonObject>
#include <QLocalSocket>

#include <optional>

namespace zalo::sim {

//! A running login or listener, by its socket in the control folder.
struct Peer
{
    QString kind; //!< "listen" or "login"
    QString profile;
    qint64 pid = 0;
    bool ready = false;
    QString name;
};

//! The living ones, the newest last. `kind` and `profile` empty: all.
[[nodiscard]] QList<Peer> findPeers(const Home& home, const QString& kind = {},
                                    const QString& profile = {});

//! A conversation with one of them.
class PeerConnection
{
public:
    PeerConnection(const Home& home, const Peer& peer);
    ~PeerConnection();
    Q_DISABLE_COPY_MOVE(PeerConnection)

    //! Nothing if it is gone or does not answer in time.
    [[nodiscard]] std::optional<QJsonObject> ask(const QJsonObject& request);
    //! Without waiting for the answer.
    void notify(const QJsonObject& request);

private:
    int m_folderHandle;
    QLocalSocket m_socket;
};

} // namespace zalo::sim
