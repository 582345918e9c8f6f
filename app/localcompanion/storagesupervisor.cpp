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
    return error.kind == ErrorKind::StorageDamaged || error.kind == ErrorKind::StorageFull
        || error.kind == ErrorKind::StorageIoFailed;
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
    connect(&m_prune, &QTimer::timeout, this, &StorageSupervisor::prune);
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
    } else if (m_error && m_error->kind != ErrorKind::StorageDamaged) {
        m_reopen.start(m_policy.storageRetry);
    }
}

//! The disk was full when the program started.
void StorageSupervisor::retryOpening()
{
    m_relayStore.open(this, [this](const Result<RelayRecovery>& recovery) {
        if (recovery) {
            onRecovery(*recovery);
        } else if (recovery.error().kind != ErrorKind::StorageDamaged) {
            m_reopen.start();
        }
    });
}

void StorageSupervisor::onRecovery(const RelayRecovery& recovery)
{
    if (recovery.uncertain > 0) {
        qCWarning(lcRelay) << "sends that were under way when the last run ended:"
                           << recovery.uncertain;
    }
    m_relayStore.retention().purgeMedia(m_policy.mediaGrace);
    m_prune.start(m_policy.pruneInterval);
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
    m_error = state == CommitQueue::State::Running ? std::nullopt : std::optional(error);
    m_sinceMs = m_clock.nowMs();
    emit errorChanged();
}

void StorageSupervisor::prune()
{
    RetentionPolicy policy;
    policy.maxAgeMs = qint64(m_settings.retentionDays()) * DayMs;
    m_relayStore.retention().prune(policy, this, [this](const Result<int>& deleted) {
        if (deleted && *deleted > 0) {
            prune();
        } else {
            m_relayStore.retention().purgeMedia(m_policy.mediaGrace);
        }
    });
}

} // namespace zalo
