// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/timing.h"

#include <QTcpServer>
#include <QTimer>
#include <QUrl>

namespace zalo {

struct OpenClawOutput;

//! The address that `openclaw dashboard --json` gives for a browser: good for one visit within ten
//! minutes, with a token behind the `#`. OpenClawFailed (detail: its reason).
[[nodiscard]] Result<QUrl> controlUiAddress(const OpenClawOutput& output);

//! Takes the browser to an address that nobody else may read. A browser gets what it opens as an
//! argument, which every user of the machine can see; so it gets an address of this program, which
//! sends it on: once, within a minute, and only a program of this user.
class ControlUiLink : public QObject
{
    Q_OBJECT

public:
    explicit ControlUiLink(const Timing& timing, QObject* parent = nullptr);

    //! An address on this machine that leads to `target`; an earlier one leads nowhere any more.
    //! OpenClawFailed: nothing can listen here.
    [[nodiscard]] Result<QUrl> offer(const QUrl& target);

private:
    void accept();
    void answer(QTcpSocket& socket);
    void close();

    QTcpServer m_server;
    QTimer m_life;
    QByteArray m_path;
    QByteArray m_target;
};

} // namespace zalo
