// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace zalo {

//! Turns SIGTERM, SIGINT and SIGHUP into one Qt signal, so that the program can end in order. Where
//! SIGHUP or SIGINT was ignored at the start (`nohup`, `&` in a script) it stays ignored.
//! One object a process: the handler writes to a pipe of its own.
class UnixSignals : public QObject
{
    Q_OBJECT

public:
    explicit UnixSignals(QObject* parent = nullptr);
    ~UnixSignals() override;

    //! Installs the handlers; false when the system refuses them.
    [[nodiscard]] bool start();

signals:
    //! Somebody asked the program to end.
    void endRequested(int signal);

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace zalo
