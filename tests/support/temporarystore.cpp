// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "temporarystore.h"

#include "awaited.h"
#include "examplerows.h"

using namespace std::chrono_literals;

namespace zalo::test {

void TemporaryStore::reset()
{
    close();
    m_folder = std::make_unique<QTemporaryDir>();
    options = { m_folder->filePath(u"relay.sqlite"_s), 50ms, { 20ms } };
}

void TemporaryStore::start(const Clock& clock)
{
    m_store.reset();
    if (!m_worker) {
        m_worker = std::make_unique<Worker>(u"sqlite"_s);
    }
    m_store = std::make_unique<RelayStore>(m_worker.get(), options, clock);
}

Result<RelayRecovery> TemporaryStore::open(const Clock& clock)
{
    start(clock);
    return openStarted();
}

Result<RelayRecovery> TemporaryStore::openStarted()
{
    return awaited<RelayRecovery>(
        [this](QObject* context, auto done) { m_store->open(context, done); });
}

void TemporaryStore::close()
{
    m_store.reset();
    m_worker.reset();
}

bool TemporaryStore::append(const InboundRow& row)
{
    return awaited<bool>(
               [&](QObject* context, auto done) { m_store->inbound().append(row, context, done); })
        .value_or(false);
}

RelayCounts TemporaryStore::counts()
{
    return *awaited<RelayCounts>([this](QObject* context, auto done) {
        m_store->profiles().counts(home, owner, context, done);
    });
}

void TemporaryStore::settle()
{
    // An answer may ask for something, and its answer once more.
    for (int i = 0; i < 3; ++i) {
        (void)counts();
    }
}

} // namespace zalo::test
