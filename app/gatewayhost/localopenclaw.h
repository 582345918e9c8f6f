// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gatewayhost/openclawrunner.h"
#include "gatewaysetup/openclawlocator.h"

namespace zalo {

//! The `openclaw` of this machine, looked for anew each time: it may be installed meanwhile.
class LocalOpenClaw final : public OpenClawRunner
{
public:
    LocalOpenClaw(OpenClawSearch search, const Timing& timing);

    [[nodiscard]] bool hasPlugin() const override;
    void run(const QStringList& arguments, Timing::ms deadline, QObject* context,
             Callback<OpenClawOutput> done) override;
    [[nodiscard]] Result<qint64> startDetached(const QStringList& arguments) override;

private:
    [[nodiscard]] QProcessEnvironment environmentOf(const OpenClawProgram& program) const;

    OpenClawSearch m_search;
    Timing m_timing;
};

} // namespace zalo
