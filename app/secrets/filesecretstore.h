// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "secrets/secretstore.h"

#include <QHash>

#include <sys/types.h>
#include <unistd.h>

namespace zalo {

//! Secrets in one JSON file with mode 0600, for machines without a keychain. The file is replaced
//! as a whole, never half written. One that is not ours, or stays open to others, is refused.
class FileSecretStore : public SecretStore
{
    Q_OBJECT

public:
    //! `path` lies in a private folder. `us` is the uid that counts as ours.
    explicit FileSecretStore(const QString& path, uid_t us = geteuid(), QObject* parent = nullptr);

    void read(QObject* context, const QString& name, ReadDone done) override;
    void write(QObject* context, const QString& name, const QByteArray& value, Done done) override;
    void remove(QObject* context, const QString& name, Done done) override;
    [[nodiscard]] SecretStatus status() const override;

    [[nodiscard]] QString path() const { return m_path; }

private:
    using Secrets = QHash<QString, QByteArray>;

    Result<Secrets> load() const;
    Result<void> save(const Secrets& secrets) const;

    QString m_path;
    uid_t m_us;
};

} // namespace zalo
