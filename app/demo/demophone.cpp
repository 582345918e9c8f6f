// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "demo/demophone.h"

#include "core/logging.h"
#include "demo/demoscript.h"

using namespace Qt::Literals::StringLiterals;

namespace zalo {

DemoPhone::DemoPhone(ZcaRunner& simulator, std::chrono::milliseconds look, QObject* parent)
    : QObject(parent),
      m_simulator(simulator)
{
    m_look.setSingleShot(true);
    m_look.setInterval(look);
    connect(&m_look, &QTimer::timeout, this, &DemoPhone::confirm);
}

void DemoPhone::scan()
{
    if (std::exchange(m_busy, true)) {
        return;
    }
    m_simulator.run(simulatorCall({ u"scan"_s }), this, [this](const Result<ZcaOutput>& done) {
        if (done) {
            m_look.start();
            return;
        }
        // The code has just expired, or the login was cancelled: the next one can be scanned.
        qCWarning(lcApp) << "the demo's phone could not scan the code";
        m_busy = false;
    });
}

void DemoPhone::confirm()
{
    m_simulator.run(simulatorCall({ u"confirm"_s }), this, [this](const Result<ZcaOutput>& done) {
        m_busy = false;
        if (!done) {
            qCWarning(lcApp) << "the demo's phone could not confirm the login";
        }
    });
}

} // namespace zalo
