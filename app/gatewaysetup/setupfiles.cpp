// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/atomicfile.h"
#include "core/plainfile.h"
#include "gatewaysetup/channeledit.h"
#include "gatewaysetup/setupexecutor.h"
#include "platform/privatefolder.h"

using namespace Qt::StringLiterals;

// The files that SetupExecutor keeps, writes and puts back.

namespace zalo {
namespace {

//! Where OpenClaw keeps what its configuration was before its last change. It puts that in the
//! place of a text that it takes for damaged.
QString backupOf(const ConfigFile& config)
{
    return config.path + u".bak"_s;
}

} // namespace

Result<void> SetupExecutor::keepConfig()
{
    const auto now = readConfigFile(m_facts.config.path);
    if (!now || *now != m_facts.config) {
        return failure(ErrorKind::ConfigChanged, m_facts.config.path);
    }
    const bool isOfThisSetup = m_facts.journal && m_facts.base() != m_facts.config.bytes;
    if (!isOfThisSetup && !(m_facts.journal && hasChannel(m_facts.config.bytes))) {
        m_journal.before = m_facts.config;
        m_journal.after.clear();
        m_journal.backup.reset();
        m_journal.backup = readPlainFile(backupOf(m_facts.config)).value_or(std::nullopt);
    }
    const bool isOurs = m_facts.installed && m_facts.installed->isOurs();
    m_journal.installedPlugin = m_journal.installedPlugin || !isOurs;
    if (m_facts.installed && !isOurs) {
        m_journal.replaced = m_facts.installed->package + u'@' + m_facts.installed->version;
    }
    return ensurePrivateFolder(m_options.stateFolder).and_then([this] {
        return writeJournal(m_journalPath, m_journal);
    });
}

//! Without our plugin there must be no section that names it: OpenClaw would fetch the official one
//! first.
Result<void> SetupExecutor::makeRoom()
{
    if (m_facts.installed && m_facts.installed->isOurs()) {
        return {};
    }
    const auto now = readConfigFile(m_facts.config.path);
    if (!now || now->bytes.isEmpty()) {
        return now ? Result<void>() : tl::unexpected(now.error());
    }
    return withoutSections(now->bytes).and_then([&](const QByteArray& bytes) {
        return bytes == now->bytes ? Result<void>() : replaceBytes(bytes);
    });
}

Result<void> SetupExecutor::replaceBytes(const QByteArray& bytes)
{
    const auto now = readConfigFile(m_facts.config.path);
    if (!now) {
        return tl::unexpected(now.error());
    }
    ConfigFile file = m_facts.config; // its rights: OpenClaw takes some away
    file.exists = m_facts.config.exists || !bytes.isEmpty();
    file.bytes = bytes;
    return writeConfigFile(file, now->bytes);
}

Result<void> SetupExecutor::restoreConfig()
{
    const bool restores = m_facts.canRestoreBytes();
    const auto now = readConfigFile(m_facts.config.path);
    const auto edited = restores ? Result<QByteArray>(m_journal.before.bytes)
                                 : withoutChannel(m_facts.config.bytes, m_journal.before.bytes);
    if (!now || !edited) {
        return tl::unexpected(now ? edited.error() : now.error());
    }
    ConfigFile file = restores ? m_journal.before : m_facts.config;
    file.bytes = *edited;
    if (const auto written = writeConfigFile(file, now->bytes); !written) {
        return written;
    }
    if (restores) {
        const auto backup = m_journal.backup
            ? writeFileAtomically(backupOf(file), *m_journal.backup)
            : Result<void>();
        if (!backup) {
            return backup;
        }
        if (!m_journal.backup) {
            QFile::remove(backupOf(file));
        }
    }
    return QFile::remove(m_journalPath) ? Result<void>()
                                        : failure(ErrorKind::FileUnwritable, m_journalPath);
}

} // namespace zalo
