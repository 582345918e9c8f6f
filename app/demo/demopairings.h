// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "rpc/responder.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QSet>

namespace zalo {

class RpcChannel;

//! The strangers of a demo's Gateway: each has to be approved before they are echoed.
class DemoPairings : public QObject
{
    Q_OBJECT

public:
    //! `strangers`: ids of the people whom nobody has approved yet.
    explicit DemoPairings(QSet<QString> strangers, QObject* parent = nullptr);

    //! Answers `pairing.*` there.
    void addHandlers(RpcChannel& channel);

    //! True for a message of a stranger, who then asks.
    bool isKeptBack(const QJsonObject& message);

signals:
    //! A further one asks; the parameters of `pairing.requested`.
    void requested(const QJsonObject& params);
    //! Somebody was approved, and is to be told; `message` is what they wrote.
    void approved(const QJsonObject& message);

private:
    void answer(const QJsonObject& params, const Responder& responder, bool isApproval);

    QSet<QString> m_strangers;
    QHash<QString, QJsonObject> m_asking; //!< their last message, by the id of their request
};

} // namespace zalo
