// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companionprocess.h"

#include <QLocalSocket>
#include <QObject>
#include <QTemporaryDir>

namespace zalo::torture {

//! Somebody starts the companion a second time on the same data, from a place with another runtime
//! folder: a terminal without a session, a container.
class SecondStart : public QObject
{
    Q_OBJECT

public:
    //! `first` outlives it.
    explicit SecondStart(const test::CompanionProcess& first, QObject* parent = nullptr);

    //! Once the first one answers at its socket: it has its data by then.
    void start();
    void kill();
    //! It got as far as to serve Gateways of its own.
    [[nodiscard]] bool hasComeUp() const;
    [[nodiscard]] qint64 processId() const { return m_process.processId(); } //!< 0: none runs

private:
    const test::CompanionProcess& m_first;
    test::CompanionProcess m_process;
    QTemporaryDir m_runtime;
    QLocalSocket m_door; //!< of the first one
};

} // namespace zalo::torture
