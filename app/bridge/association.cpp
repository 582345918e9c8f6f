// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/association.h"

#include "bridge/handshake.h"
#include "core/logging.h"

#include <QPointer>

#include <functional>
#include <memory>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr qint64 SaveSeenAfter =
    60'000; // ms: brief clients come often, the file need not follow each

QString secretName(const QString& id)
{
    return u"gateway/"_s + id;
}

Error unavailable(const GatewayRecord& record, const Result<SecretStore::Secret>& read)
{
    const QString why = read
        ? u"its key is not where it was stored; if the keyring is unlocked, forget the "
          "Gateway with “zalo-companion gateways revoke %1”"_s.arg(record.id)
        : read.error().detail;
    return { ErrorKind::KeyUnavailable, why };
}

} // namespace

Association::Association(const QString& registryFile, SecretStore& secrets, Clock clock,
                         QObject* parent)
    : QObject(parent),
      m_registry(registryFile),
      m_secrets(secrets),
      m_waiting(m_registry, std::move(clock))
{ }

Result<void> Association::start()
{
    if (auto loaded = m_registry.load(); !loaded) {
        return loaded;
    }
    m_waiting.forgetOld();
    const auto records = m_registry.list();
    for (const GatewayRecord& record : records) {
        if (record.keyStored) {
            fetchKey(this, record, [](const Result<void>&) {});
        }
    }
    return {};
}

void Association::hello(QObject* context, const QString& id, HelloCallback done)
{
    const auto reply = [context, done](const HelloResult& result) {
        QMetaObject::invokeMethod(
            context, [done, result] { done(result); }, Qt::QueuedConnection);
    };
    const auto record = m_registry.find(id);
    if (!record) {
        reply({ m_registry.firstUseDone() ? AssociationState::New : AssociationState::First, {} });
    } else if (!record->keyStored) {
        reply({ AssociationState::Pending, {} });
    } else if (m_keys.contains(id)) {
        reply({ AssociationState::Known, m_keys.value(id) });
    } else {
        fetchKey(context, *record, [this, id, done](const Result<void>& fetched) {
            if (!fetched) {
                done(tl::unexpected(fetched.error()));
            } else if (m_keys.contains(id)) {
                done(HelloResult { AssociationState::Known, m_keys.value(id) });
            } else {
                done(HelloResult { AssociationState::New, {} }); // revoked meanwhile
            }
        });
    }
}

void Association::associate(QObject* context, const QString& id, const QString& label,
                            const QByteArray& key, Done done)
{
    const auto reply = [context, done](const Result<void>& result) {
        QMetaObject::invokeMethod(
            context, [done, result] { done(result); }, Qt::QueuedConnection);
    };
    const QString fingerprint = keyFingerprint(key);
    if (const auto record = m_registry.find(id)) {
        if (!sameBytes(record->fingerprint.toLatin1(), fingerprint.toLatin1())) {
            reply(failure(ErrorKind::WrongKey, id));
        } else if (record->isPending() || m_waiting.isQuiet(*record)) {
            seen(id, label);
            reply(failure(ErrorKind::ApprovalNeeded, id));
        } else if (record->state == GatewayRecord::State::Refused) {
            GatewayRecord again = *record;
            again.label = label;
            answerWaiting(again, m_waiting.addAgain(again), reply);
        } else if (record->keyStored) {
            reply({});
        } else {
            storeKey(context, *record, key, std::move(done));
        }
        return;
    }
    const GatewayRecord record { .id = id,
                                 .label = label,
                                 .fingerprint = fingerprint,
                                 .firstSeen = m_waiting.now(),
                                 .lastSeen = m_waiting.now() };
    if (!m_registry.firstUseDone()) {
        trustFirst(context, record, key, std::move(done));
        return;
    }
    answerWaiting(record, m_waiting.add(record), reply);
}

void Association::answerWaiting(const GatewayRecord& record, const Result<void>& added,
                                const Done& reply)
{
    if (!added) {
        reply(added);
        return;
    }
    qCInfo(lcBridge).noquote() << "a further Gateway waits for approval:" << record.id;
    reply(failure(ErrorKind::ApprovalNeeded, record.id));
    emit approvalNeeded(record.id, record.label);
    emit changed();
}

void Association::seen(const QString& id, const QString& label)
{
    auto record = m_registry.find(id);
    if (!record) {
        return;
    }
    const bool renamed = record->label != label;
    record->label = label;
    record->lastSeen = m_waiting.now();
    m_registry.put(*record);
    const qint64 time = record->lastSeen.toMSecsSinceEpoch();
    if (renamed || time - m_savedSeen.value(id) > SaveSeenAfter) {
        m_savedSeen.insert(id, time);
        if (auto saved = m_registry.save(); !saved) {
            qCWarning(lcBridge).noquote() << errorText(saved.error(), TextLanguage::English);
        }
    }
    emit changed();
}

Result<void> Association::approve(const QString& id)
{
    auto record = m_registry.find(id);
    if (!record || record->state == GatewayRecord::State::Approved) {
        return failure(ErrorKind::BadRequest, u"no Gateway “%1” waits for approval"_s.arg(id));
    }
    const GatewayRecord before = *record;
    record->state = GatewayRecord::State::Approved;
    record->refusals = 0;
    record->quietUntil = {};
    m_registry.put(*record);
    if (auto saved = m_registry.save(); !saved) {
        m_registry.put(before);
        return saved;
    }
    emit changed();
    return {};
}

Result<void> Association::refuse(const QString& id)
{
    auto refused = m_waiting.refuse(id);
    if (refused) {
        emit changed();
    }
    return refused;
}

Result<void> Association::revoke(const QString& id)
{
    const auto record = m_registry.find(id);
    if (!record) {
        return failure(ErrorKind::BadRequest, u"no Gateway “%1” is known"_s.arg(id));
    }
    m_registry.remove(id);
    if (auto saved = m_registry.save(); !saved) {
        m_registry.put(*record);
        return saved;
    }
    removeKey(id, [] {});
    emit revoked(id);
    emit changed();
    return {};
}

void Association::revokeAll(QObject* context, std::function<void()> done)
{
    const QList<GatewayRecord> records = m_registry.list();
    auto left = std::make_shared<qsizetype>(records.size() + 1);
    const auto oneLess = [left, guard = QPointer<QObject>(context), done = std::move(done)] {
        if (--*left == 0 && guard) {
            done();
        }
    };
    for (const GatewayRecord& record : records) {
        m_registry.remove(record.id);
    }
    if (const auto saved = m_registry.save(); !saved) {
        qCWarning(lcBridge).noquote() << errorText(saved.error(), TextLanguage::English);
    }
    for (const GatewayRecord& record : records) {
        removeKey(record.id, oneLess);
        emit revoked(record.id);
    }
    emit changed();
    oneLess();
}

//! What stays behind in a locked keychain is worth nothing: without a record no key is looked for.
void Association::removeKey(const QString& id, std::function<void()> done)
{
    m_keys.remove(id);
    m_secrets.remove(this, secretName(id), [done = std::move(done)](const Result<void>& removed) {
        if (!removed) {
            qCInfo(lcBridge).noquote()
                << "a revoked key could not be removed:" << removed.error().detail;
        }
        done();
    });
}

void Association::fetchKey(QObject* context, const GatewayRecord& record, Done done)
{
    const QPointer<QObject> guard(context);
    m_secrets.read(
        this, secretName(record.id),
        [this, guard, record, done](const Result<SecretStore::Secret>& read) {
            // A locked keychain may say "nothing there". What the registry knows to be stored is
            // never given up
            // for that: the Gateway is told to come again.
            const bool found = read && *read
                && sameBytes(keyFingerprint(**read).toLatin1(), record.fingerprint.toLatin1());
            setKeyUnavailable(!found);
            if (found && m_registry.find(record.id)) {
                m_keys.insert(record.id, **read);
            }
            if (guard) {
                done(found ? Result<void> {} : tl::unexpected(unavailable(record, read)));
            }
        });
}

void Association::trustFirst(QObject* context, GatewayRecord record, const QByteArray& key,
                             Done done)
{
    // Taken at once, so that of two that come together only one is the first.
    record.state = GatewayRecord::State::Approved;
    m_registry.setFirstUseDone(true);
    m_registry.put(record);
    const QPointer<QObject> guard(context);
    storeKey(this, record, key,
             [this, guard, record, done = std::move(done)](const Result<void>& stored) {
                 const auto current = m_registry.find(record.id);
                 if (stored) {
                     qCInfo(lcBridge).noquote()
                         << "the first Gateway was taken as it came:" << record.id;
                     emit firstAssociated(record.id, record.label);
                 } else if (current && !current->keyStored) {
                     m_registry.remove(record.id);
                     m_registry.setFirstUseDone(false);
                 }
                 if (guard) {
                     done(stored);
                 }
             });
}

void Association::storeKey(QObject* context, const GatewayRecord& record, const QByteArray& key,
                           Done done)
{
    const QPointer<QObject> guard(context);
    m_secrets.write(this, secretName(record.id), key,
                    [this, guard, record, key, done = std::move(done)](Result<void> result) {
                        setKeyUnavailable(!result);
                        auto current = m_registry.find(record.id);
                        if (result && (!current || current->fingerprint != record.fingerprint)) {
                            result = failure(ErrorKind::Cancelled); // revoked meanwhile
                        } else if (result && !current->keyStored) {
                            current->keyStored = true;
                            m_registry.put(*current);
                            result = m_registry.save();
                            if (result) {
                                m_keys.insert(record.id, key);
                            } else {
                                current->keyStored = false;
                                m_registry.put(*current);
                            }
                        }
                        if (guard) {
                            done(result);
                        }
                        emit changed();
                    });
}

void Association::setKeyUnavailable(bool unavailable)
{
    if (m_keyUnavailable != unavailable) {
        m_keyUnavailable = unavailable;
        emit changed();
    }
}

} // namespace zalo
