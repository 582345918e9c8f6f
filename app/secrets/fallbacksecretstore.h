// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "secrets/secretstore.h"

namespace zalo {

//! The keychain where it works, else the file. Writes go to the keychain, and to the file only when
//! that fails; a write that reached the keychain removes the file's copy. So a secret in the file
//! is always the newest one and reads look there first. A secret in a keychain that does not answer
//! is KeyUnavailable. One in a locked keychain whose prompt cannot open reads as "nothing stored":
//! QtKeychain cannot tell the two apart, so nobody may take that answer for a loss.
class FallbackSecretStore : public SecretStore
{
    Q_OBJECT

public:
    //! Takes both stores as its children.
    FallbackSecretStore(SecretStore* keychain, SecretStore* file, QObject* parent = nullptr);

    void read(QObject* context, const QString& name, ReadDone done) override;
    void write(QObject* context, const QString& name, const QByteArray& value, Done done) override;
    void remove(QObject* context, const QString& name, Done done) override;
    [[nodiscard]] SecretStatus status() const override { return m_status; }

    //! Asks the keychain for something that is not there, so that status() is known before the
    //! first key.
    void probe() override;

private:
    void updateStatus();

    SecretStore* m_keychain;
    SecretStore* m_file;
    SecretStatus m_status;
};

} // namespace zalo
