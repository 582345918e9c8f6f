// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/cureservice.h"
#include "fakecalls.h"

namespace zalo::test {

//! A Gateway whose configuration would change as the test says.
class FakeCures : public CureService
{
public:
    explicit FakeCures(FakeCalls& calls)
        : m_calls(calls)
    { }

    CurePlan planned; //!< the answer to every question
    QList<CurePlan> applied;

    void plan(const QString& profile, Cure cure, const ThreadRef& thread, const QString& senderId,
              QObject*, Callback<CurePlan> done) override
    {
        m_calls.asked
            << QStringLiteral("%1 %2 %3 %4").arg(cureName(cure), profile, thread.id, senderId);
        done(m_calls.fails ? Result<CurePlan>(tl::unexpected(*m_calls.fails)) : planned);
    }
    void apply(const CurePlan& plan, QObject*, Callback<void> done) override
    {
        applied << plan;
        done(m_calls.answer());
    }

private:
    FakeCalls& m_calls;
};

} // namespace zalo::test
