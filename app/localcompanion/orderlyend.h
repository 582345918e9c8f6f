// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <functional>

namespace zalo {

//! Waits for the end of several things at once, but only so long.
class OrderlyEnd : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] bool isUnderWay() const { return m_isUnderWay; }

    //! Calls `done` once, when `steps` calls of stepDone() have come or after `grace`; not when
    //! `context` died.
    void start(int steps, std::chrono::milliseconds grace, QObject* context,
               std::function<void()> done);
    //! One of the things has ended.
    void stepDone();
    //! Leaves at most `grace` from now.
    void shorten(std::chrono::milliseconds grace);

private:
    void finish();

    QTimer m_grace;
    QPointer<QObject> m_context;
    std::function<void()> m_done;
    int m_left = 0;
    bool m_isUnderWay = false; //!< begun; stays so
};

} // namespace zalo
