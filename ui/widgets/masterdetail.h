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

//! What stands in the place of a list or a pane that has nothing to show.
[[nodiscard]] QLabel* noteLabel(const QString& name);

//! A list without a frame that keeps its place while its model changes.
[[nodiscard]] QListView* plainList(const QString& name, QAbstractItemModel* model);

//! `content` where it may be higher than its place. Tab goes to what is in it.
[[nodiscard]] QScrollArea* scrolled(QWidget* content, QWidget* parent = nullptr);

//! A button of a pane: Return belongs to the list beside it.
[[nodiscard]] QPushButton* paneButton(const QString& name, QWidget* parent);

//! How wide a list and its pane are: at first, in pixels, and of more room.
struct MasterDetailSizes
{
    int list;
    int pane;
    int listStretch;
    int paneStretch;
};

//! Fills `page` with a list and the pane beside it; the edge between them can be moved.
void layOutMasterDetail(QWidget* page, QWidget* list, QWidget* pane,
                        const MasterDetailSizes& shares);

//! The standard key for Find leads from everywhere on `page` to `search`.
void bindFindShortcut(QLineEdit* search, QWidget* page);

} // namespace zalo
