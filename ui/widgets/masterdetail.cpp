// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/masterdetail.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/scrollanchor.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>

namespace zalo {

QLabel* noteLabel(const QString& name)
{
    auto* label = new MutedLabel;
    label->setObjectName(name);
    label->setAlignment(Qt::AlignCenter);
    label->setMargin(24);
    return label;
}

QListView* plainList(const QString& name, QAbstractItemModel* model)
{
    auto* list = new QListView;
    list->setObjectName(name);
    list->setModel(model);
    list->setUniformItemSizes(true);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setFrameShape(QFrame::NoFrame);
    new ScrollAnchor(list);
    return list;
}

QScrollArea* scrolled(QWidget* content, QWidget* parent)
{
    auto* scroll = new QScrollArea(parent);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    return scroll;
}

QPushButton* paneButton(const QString& name, QWidget* parent)
{
    auto* button = new QPushButton(parent);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

void layOutMasterDetail(QWidget* page, QWidget* list, QWidget* pane,
                        const MasterDetailSizes& shares)
{
    auto* splitter = new QSplitter;
    splitter->addWidget(list);
    splitter->addWidget(pane);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, shares.listStretch);
    splitter->setStretchFactor(1, shares.paneStretch);
    splitter->setSizes({ shares.list, shares.pane });
    auto* layout = new QHBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
}

void bindFindShortcut(QLineEdit* search, QWidget* page)
{
    QObject::connect(new QShortcut(QKeySequence::Find, page), &QShortcut::activated, search,
                     [search] {
                         search->setFocus(Qt::ShortcutFocusReason);
                         search->selectAll();
                     });
}

} // namespace zalo
