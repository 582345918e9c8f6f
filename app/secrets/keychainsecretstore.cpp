// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "secrets/keychainsecretstore.h"

#include "core/logging.h"

#include <QPointer>
#include <QTimer>

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

QString service()
{
    return u"zalo-companion"_s;
}

Error keychainError(const QKeychain::Job& job)
{
    switch (job.error()) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return { ErrorKind::KeyUnavailable, u"the keychain refused access"_s };
    default:
        // Without D-Bus it is OtherError, with D-Bus and nobody behind it NoBackendAvailable: to us
        // the same.
        return { ErrorKind::KeyUnavailable,
                 u"no keychain answers (%1)"_s.arg(job.errorString().simplified()) };
    }
}

Error noAnswer()
{
    return { ErrorKind::KeyUnavailable, u"the keychain is locked or does not answer"_s };
}

} // namespace

KeychainSecretStore::KeychainSecretStore(const Timing& timing, QObject* parent)
    : SecretStore(parent),
      m_timing(timing)
{ }

void KeychainSecretStore::read(QObject* context, const QString& name, ReadDone done)
{
    auto* job = new QKeychain::ReadPasswordJob(service());
    job->setKey(name);
    run(context, job,
        [done = std::move(done)](QKeychain::Job* finished, const Result<void>& result) {
            if (!result) {
                done(tl::unexpected(result.error()));
            } else if (finished->error() == QKeychain::EntryNotFound) {
                done(Secret {});
            } else {
                done(Secret { static_cast<QKeychain::ReadPasswordJob*>(finished)->binaryData() });
            }
        });
}

void KeychainSecretStore::write(QObject* context, const QString& name, const QByteArray& value,
                                Done done)
{
    auto* job = new QKeychain::WritePasswordJob(service());
    job->setKey(name);
    job->setBinaryData(value);
    run(context, job,
        [done = std::move(done)](QKeychain::Job*, const Result<void>& result) { done(result); });
}

void KeychainSecretStore::remove(QObject* context, const QString& name, Done done)
{
    auto* job = new QKeychain::DeletePasswordJob(service());
    job->setKey(name);
    run(context, job,
        [done = std::move(done)](QKeychain::Job*, const Result<void>& result) { done(result); });
}

void KeychainSecretStore::run(QObject* context, QKeychain::Job* job, Finished finished)
{
    // The job deletes itself when it is done, however late: QtKeychain cannot cancel one.
    job->setInsecureFallback(false);
    if (m_overdue > 0) {
        delete job;
        QMetaObject::invokeMethod(
            context,
            [finished = std::move(finished)] { finished(nullptr, tl::unexpected(noAnswer())); },
            Qt::QueuedConnection);
        return;
    }
    // Shared between the job's end and its deadline: the first takes the callback.
    auto* deadline = new QTimer(this);
    deadline->setSingleShot(true);
    const QPointer<QObject> guard(context);
    connect(deadline, &QTimer::timeout, this, [this, deadline, guard, finished] {
        ++m_overdue;
        deadline->deleteLater();
        setStatus({ SecretStatus::Kind::Unavailable, noAnswer().detail });
        if (guard) {
            finished(nullptr, tl::unexpected(noAnswer()));
        }
    });
    const QPointer<QTimer> pending(deadline);
    connect(job, &QKeychain::Job::finished, this,
            [this, pending, guard, finished](QKeychain::Job* done) {
                const auto result = outcome(done);
                if (!pending || !pending->isActive()) {
                    --m_overdue;
                    qCInfo(lcSecrets) << "the keychain answers again";
                    return;
                }
                pending->stop();
                pending->deleteLater();
                if (guard) {
                    finished(done, result);
                }
            });
    deadline->start(m_timing.keychainDeadline);
    job->start();
}

Result<void> KeychainSecretStore::outcome(QKeychain::Job* job)
{
    if (job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound) {
        setStatus({ SecretStatus::Kind::Keychain, u"Keys are kept in the desktop's keychain."_s });
        return {};
    }
    const Error error = keychainError(*job);
    setStatus({ SecretStatus::Kind::Unavailable, error.detail });
    return tl::unexpected(error);
}

void KeychainSecretStore::setStatus(const SecretStatus& status)
{
    if (m_status != status) {
        m_status = status;
        emit statusChanged();
    }
}

} // namespace zalo
