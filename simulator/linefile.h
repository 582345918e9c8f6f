// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "home.h"

#include <QJsonObject>

namespace zalo::sim {

//! A file of JSON objects, one a line, that any number of processes append to.
class LineFile
{
public:
    //! Everything that was sent: `sim/outbox.jsonl`. A line is on the disk before append() returns.
    [[nodiscard]] static LineFile outbox(const Home& home);
    //! Every start of the program: `sim/journal.jsonl`. Like the others it may be lost with the
    //! machine.
    [[nodiscard]] static LineFile journal(const Home& home);
    //! Every message of an account, its own ones too: `sim/history.jsonl` (History).
    [[nodiscard]] static LineFile history(const Home& home);
    //! Which messages reached a listener, and which were printed: `sim/arrivals.jsonl`.
    [[nodiscard]] static LineFile arrivals(const Home& home);
    //! Every address that a listener asked for a file: `sim/fetches.jsonl`.
    [[nodiscard]] static LineFile fetches(const Home& home);

    //! Adds time (ms) and pid to the entry. False where it cannot be written; a journal may lack a
    //! line.
    bool append(QJsonObject entry) const;

    //! The lines, of one profile or of all.
    [[nodiscard]] QList<QByteArray> lines(const QString& profile = {}) const;
    //! The same, read.
    [[nodiscard]] QList<QJsonObject> entries() const;

    void clear() const;

private:
    LineFile(QString path, bool isDurable);

    QString m_path;
    bool m_isDurable = false;
};

} // namespace zalo::sim
