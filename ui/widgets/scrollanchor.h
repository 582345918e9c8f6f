// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QPersistentModelIndex>

class QListView;

namespace zalo {

//! Keeps the visible rows of a list in place while rows above them come, go or move. A list at the
//! edge where its news is stays there.
class ScrollAnchor : public QObject
{
    Q_OBJECT

public:
    //! Where a list has its news.
    enum class Edge
    {
        Top,
        Bottom
    };

    //! `view` has its model already and owns this.
    explicit ScrollAnchor(QListView* view, Edge news = Edge::Top);

private:
    void remember();
    void rememberMoved(const QModelIndex& parent, int first, int last);
    void keep(const QModelIndex& top);
    [[nodiscard]] bool isAtNews() const;
    void restore();

    QListView* m_view;
    Edge m_news;
    QPersistentModelIndex m_top;
    int m_offset = 0;
    bool m_isPending = false;
    bool m_staysAtEnd = false;
};

} // namespace zalo
