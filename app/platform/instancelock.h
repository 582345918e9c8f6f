// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "platform/descriptor.h"

#include <QString>

#include <optional>

namespace zalo {

//! Who owns a data folder, as that process wrote it down.
struct InstanceOwner
{
    qint64 pid = 0; //!< in its own container; 0: not written down
    QString host;
    QString controlSocket;

    //! Process, host and socket, as the detail of an error.
    [[nodiscard]] QString text() const;
};

//! One companion for each data folder. The lock lies in the folder that it guards, so that two
//! programs with different runtime folders cannot both use it. It is a lock of the kernel on an
//! open file (F_OFD_SETLK), which ends with its process and over NFS with its machine: what a dead
//! process left behind, whatever process id or host name it had, counts for nothing.
class InstanceLock
{
public:
    //! `dataFolder` is private already (ensurePrivateFolder).
    explicit InstanceLock(const QString& dataFolder);

    //! AlreadyRunning (detail: the process id), LockUnsupported (detail: the folder; its file
    //! system has no locks), FileUnwritable.
    [[nodiscard]] Result<void> acquire();
    //! Writes down where the owner's control socket is, for others to find. FileUnwritable.
    [[nodiscard]] Result<void> announce(const QString& controlSocket);
    void release();

    //! The process that holds the lock of `dataFolder` now, or none.
    [[nodiscard]] static std::optional<InstanceOwner> owner(const QString& dataFolder);

    //! Whether the owner of `dataFolder` is dead and its lock is not: a child that it forked and
    //! that has not begun its program yet has the lock and the control socket for a moment more.
    [[nodiscard]] static bool isLeftBehind(const QString& dataFolder);

    //! Where the control socket of an owner lies that wrote nothing down.
    [[nodiscard]] static QString socketBesideData(const QString& dataFolder);

    //! The lock's name in the folder. Whoever deletes the file lets a second instance in.
    [[nodiscard]] static QString fileName();

private:
    QString m_folder;
    Descriptor m_file;
};

} // namespace zalo
