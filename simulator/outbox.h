// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "home.h"

#include <QJsonObject>

namespace zalo::sim {

//! Everything that was sent, one JSON object a line in `sim/outbox.jsonl`. A line is in the file
//! and on the disk before append() returns, whatever else writes at the same time.
class Outbox
{
public:
    explicit Outbox(const Home& home);

    //! The same kind of file for every start of the program: `sim/journal.jsonl`. It may be lost
    //! with the machine.
    [[nodiscard]] static Outbox journal(const Home& home);

    //! Adds time and pid to the entry.
    void append(QJsonObject entry) const;

    //! The lines, of one profile or of all.
    [[nodiscard]] QList<QByteArray> lines(const QString& profile = {}) const;

    void clear() const;

    [[nodiscard]] QString path() const { return m_path; }

private:
    Outbox(QString path, bool isDurable);

    QString m_path;
    bool m_isDurable = true;
};

} // namespace zalo::sim
