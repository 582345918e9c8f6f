// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QElapsedTimer>
#include <QLocalSocket>
#include <QObject>
#include <QTimer>

namespace zalo::torture {

class World;

//! Knocks at the companion's socket again and again, as a client that comes anew does.
class DoorWatch : public QObject
{
    Q_OBJECT

public:
    explicit DoorWatch(const World& world, QObject* parent = nullptr);

    void start();
    //! The companion was ended or stopped: it has its time again.
    void forget();

signals:
    //! Nobody has got in for longer than seconds.
    void shut(const QString& details);

private:
    void knock();

    const World& m_world;
    QTimer m_timer;
    QLocalSocket m_socket;
    QElapsedTimer m_shut; //!< invalid while somebody gets in
    bool m_isReported = false;
};

} // namespace zalo::torture
