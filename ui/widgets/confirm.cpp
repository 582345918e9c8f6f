// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/confirm.h"

#include <QMessageBox>
#include <QPushButton>

namespace zalo {

void confirm(QWidget* parent, const Confirmation& what, std::function<void()> onConfirmed)
{
    auto* box =
        new QMessageBox(QMessageBox::Question, what.title, what.text, QMessageBox::Cancel, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QPushButton* yes = box->addButton(what.button, QMessageBox::AcceptRole);
    if (!what.cancel.isEmpty()) {
        box->button(QMessageBox::Cancel)->setText(what.cancel);
    }
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(yes, &QPushButton::clicked, parent, std::move(onConfirmed));
    box->open();
}

} // namespace zalo
