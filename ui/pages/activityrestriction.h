// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "activity/activitymodel.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace zalo {

//! What a list of messages is restricted to by where one came from: said in words, with the way
//! back to all. Hidden where it is nothing.
class ActivityRestriction : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityRestriction(QWidget* parent = nullptr);

    //! Only one conversation; an empty id: all.
    void setThread(const QString& threadId, const QString& name);
    //! Only lines of these states, or of this part of the activity.
    void setLines(const QList<ActivityState>& states, ActivityPart part);
    //! Of any states again; a conversation stays.
    void lift();

    //! Whether there are lines; only then can all of them be dismissed.
    void setHasLines(bool hasLines);

    //! Narrows a filter to what is wanted.
    void applyTo(ActivityFilter& filter) const;

signals:
    void changed();
    void dismissAllRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isOfStates() const;
    [[nodiscard]] bool isDismissable() const;
    void clear();
    void refresh();

    QString m_threadId;
    QString m_threadName;
    QList<ActivityState> m_states;
    ActivityPart m_part = ActivityPart::All;
    bool m_hasLines = false;
    QLabel* m_text;
    QPushButton* m_dismissAll;
    QPushButton* m_all;
};

} // namespace zalo
