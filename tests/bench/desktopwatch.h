// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QElapsedTimer>
#include <QProcess>

#include <memory>
#include <optional>

struct xcb_connection_t;

namespace zalo::bench {

//! Sees on an X11 desktop, from outside, when a program has its icon in the tray or its window
//! painted. The program need not help, and none of its kind is favoured.
class DesktopWatch
{
public:
    //! Colours the desktop's ground so that what is not painted yet is told from what is.
    DesktopWatch();
    ~DesktopWatch();

    [[nodiscard]] bool isConnected() const;

    //! Starts `process` with its program, words and environment as set. Milliseconds from there to
    //! the moment at which the panel takes a window of it into the tray, or nothing.
    [[nodiscard]] std::optional<double> untilDocked(QProcess& process);
    //! The same to the moment at which its large window holds no spot of the ground any more.
    [[nodiscard]] std::optional<double> untilPainted(QProcess& process);

private:
    enum class Kind
    {
        Icon,
        Window
    };

    //! The first window of the process that the panel or the window manager takes over.
    [[nodiscard]] quint32 adopted(qint64 pid, Kind kind);
    [[nodiscard]] bool isPainted(quint32 window) const;
    [[nodiscard]] qint64 processOf(quint32 window) const;
    [[nodiscard]] bool isLarge(quint32 window) const;

    std::unique_ptr<xcb_connection_t, void (*)(xcb_connection_t*)> m_connection;
    quint32 m_root = 0;
    quint32 m_pidAtom = 0;
    QElapsedTimer m_timer;
};

} // namespace zalo::bench
