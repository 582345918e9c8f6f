// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/timing.h"
#include "platform/ownerconnection.h"
#include "rpc/rpcmessage.h"

#include <QObject>

#include <functional>

namespace zalo {

class RpcChannel;

//! What a second launch with windows says to the instance that runs: show your window, or, where
//! it has none, end and let me take over.
class RunningInstance : public QObject
{
    Q_OBJECT

public:
    //! Asks the instance that owns `dataFolder`. `show`: its window is wanted, not only the tray;
    //! `page`: at which page, may be empty. `timing`: ownerPatience.
    RunningInstance(const QString& dataFolder, const Timing& timing, bool show, const QString& page,
                    QObject* parent = nullptr);

    //! Asks; ends in one finished() or failed().
    void start();

signals:
    //! `hasWindows`: it stays, and this launch is done. Otherwise it is ending or gone already.
    void finished(bool hasWindows);
    //! NotAnswering: it owns the data, and nobody listens where it should.
    void failed(const zalo::Error& error);

private:
    void raise();
    void ask(const QString& method, const QJsonObject& params,
             const std::function<void(const RpcReply&)>& done);

    OwnerConnection m_owner;
    Timing::ms m_patience;
    bool m_show;
    QString m_page;
    RpcChannel* m_channel = nullptr; //!< once connected
};

} // namespace zalo
