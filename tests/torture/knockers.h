// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace zalo::torture {

//! Strangers at the bridge, one after the other from a process of their own: some say nothing, some
//! half a line, some nonsense, some who they are, and stay until they are sent away.
class Knockers : public QObject
{
    Q_OBJECT

public:
    //! `count` of them within that time.
    Knockers(QString path, int count, std::chrono::milliseconds within, QObject* parent = nullptr);

    void start();

private:
    void knock();

    QString m_path;
    int m_count;
    int m_knocked = 0;
    QTimer m_timer;
};

} // namespace zalo::torture
