// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QNetworkInformation>
#include <QObject>

namespace zalo {

//! A hint that the network is back, from NetworkManager where that runs; elsewhere it never comes.
//! That the network is there does not mean that Zalo can be reached.
class NetworkWatch : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Loads Qt's plugin, which takes a moment: not while the program starts.
    void start();

    //! What is known now; told by the plugin.
    void setReachability(QNetworkInformation::Reachability reachability);

signals:
    void cameBack();

private:
    bool m_isOnline = true;
};

} // namespace zalo
