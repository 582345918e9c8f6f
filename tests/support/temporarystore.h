// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "messagestore/relaystore.h"

#include <QTemporaryDir>

#include <memory>

namespace zalo::test {

//! A RelayStore on a file in a folder of its own. Every start is on that file, as after an end of
//! the program.
class TemporaryStore
{
public:
    TemporaryStore() { reset(); }
    ~TemporaryStore() { close(); }
    Q_DISABLE_COPY_MOVE(TemporaryStore)

    //! Ends the store and begins with an empty folder and the options of the start.
    void reset();

    //! For the next start: a full disk is retried quickly. The path stays.
    RelayStoreOptions options;

    //! Starts the store without opening its file.
    void start(const Clock& clock = {});
    //! Starts the store and waits until it is open.
    Result<RelayRecovery> open(const Clock& clock = {});
    //! Opens what start() made, and waits for it.
    Result<RelayRecovery> openStarted();
    //! Ends the store and its worker: nothing has the file open any longer.
    void close();

    [[nodiscard]] const QString& path() const { return options.path; }
    [[nodiscard]] RelayStore* get() const { return m_store.get(); }
    RelayStore* operator->() const { return m_store.get(); }

    //! Stores a message; false for a repeat and where it cannot be stored.
    bool append(const InboundRow& row);
    //! Of the profile of examplerows.h.
    [[nodiscard]] RelayCounts counts();
    //! What was asked of the store before has been carried out, and what the answers asked for.
    void settle();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Worker> m_worker;
    std::unique_ptr<RelayStore> m_store;
};

} // namespace zalo::test
