// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "activity/activitytext.h"

#include <QStyledItemDelegate>

namespace zalo {

class Avatars;
class ConversationModel;

//! Paints the rows of the list of conversations: picture, name, time; the last message, the pause,
//! and where it stands with its mark.
class ConversationDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    //! Both outlive it.
    ConversationDelegate(const ConversationModel& model, Avatars& avatars,
                         QObject* parent = nullptr);

    void setTextDisplay(TextDisplay display) { m_display = display; }
    //! The names of accounts by their profiles; empty where there is one account only.
    void setAccounts(const QHash<QString, QString>& names) { m_accounts = names; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

private:
    const ConversationModel& m_model;
    Avatars& m_avatars;
    TextDisplay m_display = TextDisplay::Shown;
    QHash<QString, QString> m_accounts;
};

} // namespace zalo
