// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/secretstatus.h"

#include <QByteArray>
#include <QObject>

#include <functional>
#include <optional>

namespace zalo {

//! Small secrets by name. Every call ends in exactly one callback, after it has returned, unless
//! `context` died meanwhile. Failures are KeyUnavailable, FileUnreadable or FileUnwritable.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    using Secret = std::optional<QByteArray>; //!< empty: nothing is stored under this name
    using ReadDone = std::function<void(Result<Secret>)>;
    using Done = std::function<void(Result<void>)>;

    using QObject::QObject;

    virtual void read(QObject* context, const QString& name, ReadDone done) = 0;
    virtual void write(QObject* context, const QString& name, const QByteArray& value,
                       Done done) = 0;
    //! Nothing stored under `name` is a success.
    virtual void remove(QObject* context, const QString& name, Done done) = 0;

    [[nodiscard]] virtual SecretStatus status() const = 0;

    //! Finds out status() before the first secret, where that takes a question.
    virtual void probe() { }

signals:
    void statusChanged();
};

} // namespace zalo
