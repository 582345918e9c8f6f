// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "bridge/gatewayregistry.h"
#include "bridge/waitinggateways.h"
#include "secrets/secretstore.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace zalo {

//! What a Gateway is to this companion when it says hello (PROTOCOL.md, hello).
enum class AssociationState
{
    Known,
    First,
    Pending,
    New
};

//! Which Gateways may come in, and their keys (PROTOCOL.md, Handshake). The first one is taken at
//! first use; every further one waits for approve().
class Association : public QObject
{
    Q_OBJECT

public:
    struct HelloResult
    {
        AssociationState state = AssociationState::New;
        QByteArray key; //!< with Known only
    };
    using HelloCallback = std::function<void(Result<HelloResult>)>;
    using Done = std::function<void(Result<void>)>;

    //! `registryFile` lies in a private folder; keys are stored as `gateway/<id>`.
    Association(const QString& registryFile, SecretStore& secrets, Clock clock = {},
                QObject* parent = nullptr);

    //! Reads the registry (errors as GatewayRegistry::load) and begins to fetch the keys, so that
    //! a handshake need not wait for the keychain.
    [[nodiscard]] Result<void> start();

    //! Where the Gateway stands. KeyUnavailable when it is approved but its key cannot be had.
    void hello(QObject* context, const QString& id, HelloCallback done);
    //! A Gateway shows its key. Nothing: it is in. ApprovalNeeded, WrongKey, KeyUnavailable,
    //! FileUnwritable.
    void associate(QObject* context, const QString& id, const QString& label, const QByteArray& key,
                   Done done);
    //! A Gateway has proved its key, or has left: notes label and time.
    void seen(const QString& id, const QString& label);

    [[nodiscard]] QList<GatewayRecord> list() const { return m_registry.list(); }
    //! Lets a waiting Gateway in, with the key it asked with, or one that was refused and is asked
    //! for after all. BadRequest when `id` is neither.
    [[nodiscard]] Result<void> approve(const QString& id);
    //! Turns a waiting Gateway away: it is asked for again only after
    //! WaitingGateways::RefusedQuiet, should it still come then. Until then it is told that it
    //! needs approval. BadRequest when `id` does not wait.
    [[nodiscard]] Result<void> refuse(const QString& id);
    //! Forgets a Gateway and its key; it starts over as a new one. BadRequest when it is not known.
    [[nodiscard]] Result<void> revoke(const QString& id);

    //! Revokes all of them; `done` when their keys are gone, or could not be removed.
    void revokeAll(QObject* context, std::function<void()> done);

    //! True after a key could be neither read nor stored, until one could.
    [[nodiscard]] bool keyUnavailable() const { return m_keyUnavailable; }

signals:
    //! The first Gateway was taken as it came: people are told and may revoke it.
    void firstAssociated(const QString& id, const QString& label);
    //! A further Gateway waits for approve().
    void approvalNeeded(const QString& id, const QString& label);
    void revoked(const QString& id);
    void changed();

private:
    //! `record` was put among those that wait, or why not.
    void answerWaiting(const GatewayRecord& record, const Result<void>& added, const Done& reply);
    void fetchKey(QObject* context, const GatewayRecord& record, Done done);
    void trustFirst(QObject* context, GatewayRecord record, const QByteArray& key, Done done);
    void storeKey(QObject* context, const GatewayRecord& record, const QByteArray& key, Done done);
    void removeKey(const QString& id, std::function<void()> done);
    void setKeyUnavailable(bool unavailable);

    GatewayRegistry m_registry;
    SecretStore& m_secrets;
    WaitingGateways m_waiting;
    QHash<QString, QByteArray> m_keys;
    QHash<QString, qint64> m_savedSeen;
    bool m_keyUnavailable = false;
};

} // namespace zalo
