// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/scrollanchor.h"

#include <QListView>
#include <QScrollBar>

namespace zalo {

ScrollAnchor::ScrollAnchor(QListView* view)
    : QObject(view),
      m_view(view)
{
    const QAbstractItemModel* model = view->model();
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, &ScrollAnchor::remember);
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &ScrollAnchor::remember);
}

void ScrollAnchor::remember()
{
    if (m_isPending || m_view->verticalScrollBar()->value() == 0) {
        return;
    }
    const QModelIndex top = m_view->indexAt(QPoint(m_view->viewport()->width() / 2, 0));
    if (!top.isValid()) {
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
    if (m_top.isValid()) {
        m_view->doItemsLayout();
        QScrollBar* bar = m_view->verticalScrollBar();
        bar->setValue(bar->value() + m_view->visualRect(m_top).top() - m_offset);
    }
    m_top = QPersistentModelIndex();
}

} // namespace zalo
