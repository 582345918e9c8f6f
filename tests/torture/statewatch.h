// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "world.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

namespace zalo::torture {

class CompanionLink;

//! Asks the companion what is true, looks what is true, and reconnects as a person would after a
//! kick.
class StateWatch : public QObject
{
    Q_OBJECT

public:
    StateWatch(World& world, CompanionLink& link, QObject* parent = nullptr);

    void start();
    //! The companion was ended or stopped: it could not look either.
    void forget();
    //! The profile as it was told last.
    [[nodiscard]] const QJsonObject& profile() const { return m_profile; }

signals:
    void wrongState(const QString& details);

private:
    void ask();
    void compare(const QString& delivery);
    void report(const QString& details);

    World& m_world;
    CompanionLink& m_link;
    QTimer m_timer;
    QJsonObject m_profile;
    bool m_isAsking = false;
    bool m_isReported = false;
    bool m_isLockReported = false;
    bool m_isSilenceReported = false;
    QElapsedTimer m_asked;
    World::Truth m_truth = World::Truth::Connected;
    QElapsedTimer m_stopped; //!< since the companion last stood still
    QElapsedTimer m_contradicted; //!< invalid while what is said is true
    QElapsedTimer m_kicked;
};

} // namespace zalo::torture
