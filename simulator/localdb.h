// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "home.h"

#include <QJsonObject>

namespace zalo::sim {

//! The message database of a profile, which `db …` fills and reads. Only the simulator reads its
//! file, so it holds rows of the history (History) in JSON instead of SQLite's tables.
class LocalDb
{
public:
    LocalDb(const Home& home, const QString& profile);

    //! Says that it is to be used, and where it is; an empty path: where the real one has it.
    void enable(const QString& path) const;
    void disable() const;

    [[nodiscard]] bool isEnabled() const;
    [[nodiscard]] QString path() const;

    //! Keeps the rows that are not there yet.
    void add(const QList<QJsonObject>& rows) const;

    //! All rows, in the order of their times.
    [[nodiscard]] QList<QJsonObject> rows() const;

private:
    [[nodiscard]] QString configPath() const;
    void configure(bool isEnabled, const QString& path) const;

    QString m_folder;
};

} // namespace zalo::sim
