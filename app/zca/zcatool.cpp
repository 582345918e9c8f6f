// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcatool.h"

#include "core/logging.h"

namespace zalo {

ZcaTool::ZcaTool(ZcaSearch search, const QString& cacheFolder, const QString& workFolder,
                 const Policy& policy, QObject* parent)
    : QObject(parent),
      m_search(std::move(search)),
      m_probe(cacheFolder, workFolder, policy),
      m_program(failure(ErrorKind::ZcaMissing))
{
    m_again.setSingleShot(true);
    m_again.setInterval(policy.zcaSearch);
    connect(&m_again, &QTimer::timeout, this, &ZcaTool::find);
}

void ZcaTool::setZcaPath(const QString& path)
{
    if (path == m_search.setting) {
        return;
    }
    m_search.setting = path;
    if (m_known || m_probing) {
        find();
    }
}

void ZcaTool::find()
{
    if (m_probing) {
        m_findAgain = true;
        return;
    }
    const Result<QString> path = locateZca(m_search);
    if (!path) {
        use(tl::unexpected(path.error()));
        return;
    }
    m_probing = true;
    m_probe.probe(*path, this, [this](const Result<ZcaProgram>& program) {
        m_probing = false;
        use(program);
        if (std::exchange(m_findAgain, false)) {
            find();
        }
    });
}

void ZcaTool::use(const Result<ZcaProgram>& program)
{
    if (!program) {
        m_again.start();
    }
    // That it cannot be asked just now says nothing of the one that was found before.
    const bool isUnasked = m_program && !program && program.error().kind == ErrorKind::MachineFull;
    if (isUnasked || (m_known && program == m_program)) {
        return;
    }
    m_known = true;
    m_program = program;
    if (program) {
        qCInfo(lcZca).noquote() << "using" << program->path << program->version
                                << zcaDialectName(program->dialect);
    } else {
        qCWarning(lcZca).noquote() << errorText(program.error(), TextLanguage::English);
    }
    emit changed();
}

} // namespace zalo
