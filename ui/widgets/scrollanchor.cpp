// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/scrollanchor.h"

#include <QListView>
#include <QScrollBar>

namespace zalo {

ScrollAnchor::ScrollAnchor(QListView* view, Edge news)
    : QObject(view),
      m_view(view),
      m_news(news)
{
    const QAbstractItemModel* model = view->model();
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, &ScrollAnchor::remember);
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &ScrollAnchor::remember);
    connect(model, &QAbstractItemModel::rowsAboutToBeMoved, this, &ScrollAnchor::rememberMoved);
}

bool ScrollAnchor::isAtNews() const
{
    const QScrollBar* bar = m_view->verticalScrollBar();
    return bar->value() == (m_news == Edge::Top ? bar->minimum() : bar->maximum());
}

void ScrollAnchor::remember()
{
    keep(m_view->indexAt(QPoint(m_view->viewport()->width() / 2, 0)));
}

//! A row that moves away is followed by nobody: the next one is kept in place.
void ScrollAnchor::rememberMoved(const QModelIndex&, int first, int last)
{
    const QModelIndex top = m_view->indexAt(QPoint(m_view->viewport()->width() / 2, 0));
    const bool moves = top.isValid() && top.row() >= first && top.row() <= last;
    keep(moves ? top.siblingAtRow(last + 1) : top);
}

void ScrollAnchor::keep(const QModelIndex& top)
{
    if (m_isPending || (m_news == Edge::Top && isAtNews())) {
        return;
    }
    m_staysAtEnd = m_news == Edge::Bottom && isAtNews();
    if (!m_staysAtEnd && !top.isValid()) {
        return;
    }
    m_top = top;
    m_offset = m_view->visualRect(top).top();
    m_isPending = true;
    QMetaObject::invokeMethod(this, &ScrollAnchor::restore, Qt::QueuedConnection);
}

void ScrollAnchor::restore()
{
    m_isPending = false;
    if (m_staysAtEnd) {
        m_view->doItemsLayout();
        m_view->scrollToBottom();
    } else if (m_top.isValid()) {
        m_view->doItemsLayout();
        QScrollBar* bar = m_view->verticalScrollBar();
        bar->setValue(bar->value() + m_view->visualRect(m_top).top() - m_offset);
    }
    m_top = QPersistentModelIndex();
}

} // namespace zalo
