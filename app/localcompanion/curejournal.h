// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/cureservice.h"
#include "core/error.h"

#include <optional>

namespace zalo {

//! What the newest cures changed in the Gateway's configuration, so that they can be undone after a
//! restart. Who is answered stands in it: its file is its owner's alone. A file that cannot be read
//! counts as empty, for the next cure writes it anew: no more than an *Undo* is lost with it.
class CureJournal
{
public:
    static constexpr qsizetype MaxCures = 100; //!< the oldest go first
    static constexpr qsizetype MaxBytes = 1'048'576;

    //! Its folder is there by the first insert().
    explicit CureJournal(QString path);

    //! The plan of the message's last cure; nothing: there is none.
    [[nodiscard]] std::optional<CurePlan> find(const CuredMessage& message);
    //! Notes a cure in the place of an earlier one of that message. FileUnwritable: nothing
    //! changed.
    [[nodiscard]] Result<void> insert(const CuredMessage& message, const CurePlan& plan);
    //! FileUnwritable: it comes back with a restart.
    Result<void> remove(const CuredMessage& message);
    //! Forgets the cures of all messages of a profile. FileUnwritable, as above.
    Result<void> erase(const QString& profile);

private:
    struct Entry
    {
        CuredMessage message;
        QList<ConfigChange> changes;
    };

    [[nodiscard]] QList<Entry>& entries();
    [[nodiscard]] Result<void> keep(QList<Entry> entries);
    [[nodiscard]] Result<void> save(QList<Entry> entries);

    QString m_path;
    std::optional<QList<Entry>> m_entries; //!< the oldest first; nothing: not read yet
};

} // namespace zalo
