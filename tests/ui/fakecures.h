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
    QList<CuredMessage> messages; //!< that these were for
    CureUndo undoable = CureUndo::None; //!< of any message
    bool isHeld = true; //!< whether the configuration holds what was written

    void plan(const QString& profile, Cure cure, const ThreadRef& thread, const QString& senderId,
              QObject*, Callback<CurePlan> done) override
    {
        m_calls.asked
            << QStringLiteral("%1 %2 %3 %4").arg(cureName(cure), profile, thread.id, senderId);
        done(m_calls.fails ? Result<CurePlan>(tl::unexpected(*m_calls.fails)) : planned);
    }
    void apply(const CuredMessage& message, const CurePlan& plan, QObject*,
               Callback<void> done) override
    {
        applied << plan;
        messages << message;
        const Result<void> answer = m_calls.answer();
        undoable = answer ? CureUndo::Possible : undoable;
        done(answer);
    }
    CureUndo undoState(const CuredMessage&) override { return undoable; }
    void checkUndo(const CuredMessage& message, QObject*, Callback<bool> done) override
    {
        m_calls.asked << QStringLiteral("checkUndo %1").arg(message.messageId);
        undoable = isHeld ? CureUndo::Possible : CureUndo::None;
        done(isHeld);
    }
    void undo(const CuredMessage& message, QObject*, Callback<void> done) override
    {
        applied << planned.inverse();
        messages << message;
        const Result<void> answer = m_calls.answer();
        undoable = answer ? CureUndo::None : undoable;
        done(answer);
    }

private:
    FakeCalls& m_calls;
};

} // namespace zalo::test
