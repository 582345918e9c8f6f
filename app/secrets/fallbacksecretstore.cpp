// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "secrets/fallbacksecretstore.h"

#include "core/logging.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace zalo {

FallbackSecretStore::FallbackSecretStore(SecretStore* keychain, SecretStore* file, QObject* parent)
    : SecretStore(parent),
      m_keychain(keychain),
      m_file(file)
{
    keychain->setParent(this);
    file->setParent(this);
    connect(keychain, &SecretStore::statusChanged, this, &FallbackSecretStore::updateStatus);
    updateStatus();
}

void FallbackSecretStore::read(QObject* context, const QString& name, ReadDone done)
{
    const QPointer<QObject> guard(context);
    m_file->read(
        this, name, [this, guard, name, done = std::move(done)](const Result<Secret>& inFile) {
            if (!guard) {
                return;
            }
            if (inFile && *inFile) {
                done(inFile);
                return;
            }
            m_keychain->read(guard, name, [inFile, done](const Result<Secret>& inKeychain) {
                const bool found = inKeychain && *inKeychain;
                // Only when both were read is "nothing there" the truth.
                done(found || !inKeychain ? inKeychain : inFile);
            });
        });
}

void FallbackSecretStore::write(QObject* context, const QString& name, const QByteArray& value,
                                Done done)
{
    const QPointer<QObject> guard(context);
    m_keychain->write(
        this, name, value,
        [this, guard, name, value, done = std::move(done)](const Result<void>& written) {
            const auto finish = [this, guard, done](const Result<void>& result) {
                updateStatus();
                if (guard) {
                    done(result);
                }
            };
            if (written) {
                m_file->remove(this, name, finish);
            } else {
                qCWarning(lcSecrets).noquote()
                    << "a key goes to the file:" << written.error().detail;
                m_file->write(this, name, value, finish);
            }
        });
}

void FallbackSecretStore::remove(QObject* context, const QString& name, Done done)
{
    const QPointer<QObject> guard(context);
    m_file->remove(this, name,
                   [this, guard, name, done = std::move(done)](const Result<void>& fromFile) {
                       m_keychain->remove(
                           this, name, [guard, fromFile, done](const Result<void>& fromKeychain) {
                               if (guard) {
                                   done(fromFile ? fromKeychain : fromFile);
                               }
                           });
                   });
}

void FallbackSecretStore::probe()
{
    m_keychain->read(this, u"probe"_s, [this](const Result<Secret>&) { updateStatus(); });
}

void FallbackSecretStore::updateStatus()
{
    SecretStatus status = m_keychain->status();
    if (status == SecretStatus()) {
        return; // nobody has asked it yet: where keys are kept is not known
    }
    if (status.kind != SecretStatus::Kind::Keychain) {
        const QString why = status.text;
        status = m_file->status();
        status.text = u"%1 The keychain is not used: %2."_s.arg(status.text, why);
    }
    if (m_status != status) {
        m_status = status;
        emit statusChanged();
    }
}

} // namespace zalo
