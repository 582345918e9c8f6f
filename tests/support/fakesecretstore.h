// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "secrets/secretstore.h"

#include <QHash>

using namespace Qt::StringLiterals;

//! Secrets in memory. It can be told to fail, or to keep its answers back.
class FakeSecretStore : public zalo::SecretStore
{
    Q_OBJECT

public:
    using SecretStore::SecretStore;

    void read(QObject* context, const QString& name, ReadDone done) override
    {
        ++reads;
        answer(context, [this, name, done] {
            if (broken) {
                done(zalo::failure(zalo::ErrorKind::KeyUnavailable, why));
            } else {
                done(secrets.contains(name) ? Secret { secrets.value(name) } : Secret {});
            }
        });
    }

    void write(QObject* context, const QString& name, const QByteArray& value, Done done) override
    {
        answer(context, [this, name, value, done] {
            if (broken) {
                done(zalo::failure(zalo::ErrorKind::KeyUnavailable, why));
            } else {
                secrets.insert(name, value);
                done({});
            }
        });
    }

    void remove(QObject* context, const QString& name, Done done) override
    {
        answer(context, [this, name, done] {
            if (broken) {
                done(zalo::failure(zalo::ErrorKind::KeyUnavailable, why));
            } else {
                secrets.remove(name);
                done({});
            }
        });
    }

    zalo::SecretStatus status() const override
    {
        if (broken) {
            return { zalo::SecretStatus::Kind::Unavailable, why };
        }
        return { workingKind, u"It works."_s };
    }

    //! Gives the answers that were kept back.
    void release()
    {
        held = false;
        for (const auto& reply : std::exchange(m_held, {})) {
            reply();
        }
    }

    QHash<QString, QByteArray> secrets;
    zalo::SecretStatus::Kind workingKind = zalo::SecretStatus::Kind::Keychain;
    QString why = u"it is locked"_s;
    bool broken = false;
    bool held = false;
    int reads = 0;

private:
    void answer(QObject* context, std::function<void()> reply)
    {
        if (held) {
            m_held.append(reply);
        } else {
            QMetaObject::invokeMethod(context, reply, Qt::QueuedConnection);
        }
    }

    QList<std::function<void()>> m_held;
};
