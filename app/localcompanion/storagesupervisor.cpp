// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "localcompanion/storagesupervisor.h"

#include "core/logging.h"
#include "settings/settings.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr qint64 DayMs = 24 * 3'600'000;

//! A person can mend it, or time does: the program runs, and receives nothing until then.
bool isMendable(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::StorageLocked:
    case ErrorKind::StorageReadOnly:
    case ErrorKind::StorageFull:
    case ErrorKind::StorageIoFailed:
    case ErrorKind::StorageDamaged:
        return true;
    default:
        return false;
    }
}

} // namespace

StorageSupervisor::StorageSupervisor(RelayStore& relayStore, ContactStore& contacts,
                                     const QString& contactsPath, const Settings& settings,
                                     const Policy& policy, Clock clock, QObject* parent)
    : QObject(parent),
      m_relayStore(relayStore),
      m_contacts(contacts),
      m_contactsPath(contactsPath),
      m_settings(settings),
      m_policy(policy),
      m_clock(std::move(clock))
{
    m_reopen.setSingleShot(true);
    connect(&m_reopen, &QTimer::timeout, this, &StorageSupervisor::retryOpening);
    m_prune.setSingleShot(true);
    connect(&m_prune, &QTimer::timeout, this, &StorageSupervisor::pruneWhenIdle);
    connect(&m_relayStore.queue(), &CommitQueue::stateChanged, this,
            &StorageSupervisor::onStorageState);
}

void StorageSupervisor::open(QObject* context, Callback<void> done)
{
    m_relayStore.open(context,
                      [this, done = std::move(done)](const Result<RelayRecovery>& recovery) {
                          if (!recovery && !isMendable(recovery.error())) {
                              done(tl::unexpected(recovery.error()));
                              return;
                          }
                          if (recovery) {
                              m_recovery = *recovery;
                          }
                          done({});
                      });
}

void StorageSupervisor::start()
{
    if (m_recovery) {
        onRecovery(*m_recovery);
        m_recovery.reset();
    } else if (m_error) {
        reopenLater(*m_error);
    }
}

void StorageSupervisor::reopenLater(const Error& error)
{
    if (error.kind != ErrorKind::StorageDamaged) {
        m_reopen.start(error.kind == ErrorKind::StorageLocked ? m_policy.storageLockRetry
                                                              : m_policy.storageRetry);
    }
}

//! The file could not be used when the program started.
void StorageSupervisor::retryOpening()
{
    m_relayStore.open(this, [this](const Result<RelayRecovery>& recovery) {
        if (recovery) {
            onRecovery(*recovery);
        } else {
            reopenLater(recovery.error());
        }
    });
}

void StorageSupervisor::onRecovery(const RelayRecovery& recovery)
{
    if (recovery.uncertain > 0) {
        qCWarning(lcRelay) << "sends that were under way when the last run ended:"
                           << recovery.uncertain;
    }
    m_prune.start(m_policy.pruneAfterStart);
    openContacts();
    emit opened();
}

//! The contacts are a copy of what Zalo has: a file that cannot be used is made anew.
void StorageSupervisor::openContacts()
{
    m_contacts.open(this, [this](const Result<void>& opened) {
        if (opened) {
            return;
        }
        qCWarning(lcContacts).noquote() << errorText(opened.error(), TextLanguage::English);
        if (opened.error().kind != ErrorKind::StorageDamaged
            && opened.error().kind != ErrorKind::StorageNewer) {
            return;
        }
        for (const QString& suffix : { QString(), u"-wal"_s, u"-shm"_s }) {
            QFile::remove(m_contactsPath + suffix);
        }
        m_contacts.open(this, [](const Result<void>& again) {
            if (!again) {
                qCWarning(lcContacts).noquote() << errorText(again.error(), TextLanguage::English);
            }
        });
    });
}

void StorageSupervisor::onStorageState(CommitQueue::State state, const Error& error)
{
    // A lock that does not last stops nobody: what comes meanwhile waits in the queue.
    const bool isUsable =
        state == CommitQueue::State::Running || state == CommitQueue::State::Waiting;
    const auto now = isUsable ? std::nullopt : std::optional(error);
    if (now == m_error) {
        return;
    }
    m_error = now;
    m_sinceMs = m_clock.nowMs();
    emit errorChanged();
}

//! Messages on their way go first; but what has to go must not wait for ever.
void StorageSupervisor::pruneWhenIdle()
{
    if (!m_pruneDue.isValid()) {
        m_pruneDue.start();
    }
    if (!m_relayStore.queue().isIdle() && !m_pruneDue.hasExpired(m_policy.pruneInterval.count())) {
        m_prune.start(m_policy.pruneWhenIdle);
        return;
    }
    prune();
}

void StorageSupervisor::prune()
{
    m_prune.stop();
    RetentionPolicy policy;
    policy.maxAgeMs = qint64(m_settings.retentionDays()) * DayMs;
    m_relayStore.retention().prune(policy, this, [this](const Result<int>& deleted) {
        if (deleted && *deleted > 0) {
            m_prune.start(std::chrono::milliseconds::zero());
            return;
        }
        m_pruneDue.invalidate();
        m_prune.start(m_policy.pruneInterval);
        m_relayStore.retention().purgeMedia(m_policy.mediaGrace);
    });
}

} // namespace zalo
