// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/callback.h"
#include "core/cure.h"
#include "core/ids.h"

#include <QJsonValue>
#include <QList>
#include <QStringList>

namespace zalo {

//! One value of the Gateway's configuration, before and after a change.
struct ConfigChange
{
    QStringList path; //!< the names on the way to it
    QJsonValue before = QJsonValue::Null; //!< null: it is not there
    QJsonValue after = QJsonValue::Null;

    friend bool operator==(const ConfigChange&, const ConfigChange&) = default;
};

//! What a cure would change.
struct CurePlan
{
    QString profile;
    QList<ConfigChange> changes; //!< empty: it is so already
    bool losesComments = false; //!< people's comments in the file go with it

    //! The plan that undoes this one.
    [[nodiscard]] CurePlan inverse() const;

    friend bool operator==(const CurePlan&, const CurePlan&) = default;
};

//! The message that a cure was for.
struct CuredMessage
{
    QString profile;
    ThreadRef thread;
    QString messageId; //!< Zalo's

    friend bool operator==(const CuredMessage&, const CuredMessage&) = default;
};

//! Whether the last cure of a message can be undone.
enum class CureUndo
{
    None, //!< there was no cure, or it was undone
    Unchecked, //!< of an earlier run: whether the configuration still holds it is not known
    Possible
};

//! Cures that change whom the bot answers, in the configuration of the Gateway that receives the
//! profile's messages. Every call answers once, unless `context` dies. GatewayAway, PluginLacks,
//! ConfigChanged, OpenClawFailed, TimedOut.
class CureService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! What `cure` would change for a message of this sender in this thread; nothing is changed.
    virtual void plan(const QString& profile, Cure cure, const ThreadRef& thread,
                      const QString& senderId, QObject* context, Callback<CurePlan> done) = 0;
    //! Has the Gateway make these changes for this message, in its profile; a value that somebody
    //! else changed since is left. FileUnwritable: what undoes it could not be stored, and nothing
    //! was changed.
    virtual void apply(const CuredMessage& message, const CurePlan& plan, QObject* context,
                       Callback<void> done) = 0;

    // The last cure of a message can be undone, also after a restart, for as long as the
    // configuration still holds what it wrote.

    [[nodiscard]] virtual CureUndo undoState(const CuredMessage& message) = 0;
    //! Looks whether an unchecked one can be undone; false: somebody changed it, and it is
    //! forgotten. Where that cannot be told it stays unchecked.
    virtual void checkUndo(const CuredMessage& message, QObject* context, Callback<bool> done) = 0;
    //! Undoes it. BadRequest: there is none.
    virtual void undo(const CuredMessage& message, QObject* context, Callback<void> done) = 0;
};

} // namespace zalo
