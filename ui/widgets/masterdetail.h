// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

class QAbstractItemModel;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QScrollArea;
class QWidget;

namespace zalo {

//! A note shown in place of an empty list or pane.
[[nodiscard]] QLabel* noteLabel(const QString& name);

//! A list without a frame that keeps its scroll position while its model changes.
[[nodiscard]] QListView* plainList(const QString& name, QAbstractItemModel* model);

//! A scroll area around `content`; Tab moves to the widgets inside.
[[nodiscard]] QScrollArea* scrolled(QWidget* content, QWidget* parent = nullptr);

//! A button of a detail pane; never the default, since Return belongs to the list beside it.
[[nodiscard]] QPushButton* paneButton(const QString& name, QWidget* parent);

//! The initial widths of list and pane in pixels, and their stretch factors.
struct MasterDetailSizes
{
    int list;
    int pane;
    int listStretch;
    int paneStretch;
};

//! Fills `page` with a list and a pane beside it, separated by a splitter.
void layOutMasterDetail(QWidget* page, QWidget* list, QWidget* pane,
                        const MasterDetailSizes& shares);

//! Makes the standard Find shortcut focus `search` from anywhere on `page`.
void bindFindShortcut(QLineEdit* search, QWidget* page);

} // namespace zalo
