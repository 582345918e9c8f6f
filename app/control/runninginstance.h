// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "rpc/rpcmessage.h"

#include <QObject>

#include <functional>

class QLocalSocket;

namespace zalo {

class RpcChannel;

//! What a second launch with windows says to the instance that runs: show your window, or, where
//! it has none, end and let me take over.
class RunningInstance : public QObject
{
    Q_OBJECT

public:
    //! `socketPath`: the instance's control socket. `show`: its window is wanted, not only the
    //! tray; `page`: at which page, may be empty.
    RunningInstance(const QString& socketPath, bool show, const QString& page,
                    QObject* parent = nullptr);

    //! Asks; ends in one finished().
    void start();

signals:
    //! `hasWindows`: it stays, and this launch is done. Otherwise it is ending or gone already.
    void finished(bool hasWindows);

private:
    void ask(const QString& method, const QJsonObject& params,
             const std::function<void(const RpcReply&)>& done);
    void end(bool hasWindows);

    QString m_socketPath;
    bool m_show;
    QString m_page;
    QLocalSocket* m_socket;
    RpcChannel* m_channel;
};

} // namespace zalo
