// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/pages/accountdialogs.h"

#include "companion/accountname.h"
#include "core/singleline.h"
#include "ui/widgets/labels.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

constexpr int DialogWidth = 440;

//! The two buttons below a dialog; the first one agrees.
QDialogButtonBox* buttonsOf(QDialog* dialog, const QString& agree)
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, dialog);
    buttons->addButton(agree, QDialogButtonBox::AcceptRole)->setObjectName(u"agree"_s);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    return buttons;
}

} // namespace

AccountNameDialog::AccountNameDialog(Purpose purpose, const QString& name, QWidget* parent)
    : QDialog(parent),
      m_name(new QLineEdit(name, this))
{
    const bool isNew = purpose == Purpose::Add;
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(isNew ? tr("Add account") : tr("Rename account"));
    auto* text = bodyLabel(this);
    text->setText(isNew
                      ? tr("What do you call this account? Its QR code comes next.")
                      : tr("What do you call this account? Left empty, it has its name at Zalo."));
    m_name->setObjectName(u"accountName"_s);
    m_name->setAccessibleName(tr("Name of the account"));
    m_name->setMaxLength(MaxNameUnits);
    m_name->setPlaceholderText(tr("Shop Hà Nội"));
    m_name->selectAll();
    QDialogButtonBox* buttons = buttonsOf(this, isNew ? tr("Continue") : tr("Rename"));
    auto* agree = buttons->findChild<QPushButton*>(u"agree"_s);
    agree->setDefault(true);
    agree->setEnabled(!isNew);
    auto* column = new QVBoxLayout(this);
    column->addWidget(text);
    column->addWidget(m_name);
    column->addWidget(buttons);
    setMinimumWidth(DialogWidth);
    if (isNew) {
        connect(m_name, &QLineEdit::textChanged, agree, [agree](const QString& typed) {
            agree->setEnabled(!foreignName(typed).isEmpty());
        });
    }
    connect(this, &QDialog::accepted, this, [this] { emit named(m_name->text()); });
}

RemoveAccountDialog::RemoveAccountDialog(const ProfileSnapshot& account, QWidget* parent)
    : QDialog(parent),
      m_keep(new QRadioButton(tr("Keep its messages"), this)),
      m_erase(new QRadioButton(tr("Erase its messages, too. This cannot be undone."), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Remove %1").arg(accountName(account)));
    auto* lost = bodyLabel(this);
    lost->setObjectName(u"lost"_s);
    lost->setText(tr("The bot stops for %1. The account is logged out here, and its contacts are "
                     "deleted from this computer. On the phone nothing changes.")
                      .arg(accountName(account)));
    auto* waiting = bodyLabel(this);
    const int count = int(account.queue.inboundWaiting + account.queue.outboundWaiting);
    waiting->setText(tr("%n message(s) still wait to be delivered or sent.", nullptr, count));
    waiting->setVisible(count > 0);
    auto* gateway = new MutedLabel(this);
    gateway->setObjectName(u"gatewayNote"_s);
    gateway->setText(
        tr("While the Gateway's configuration names the profile “%1”, the Gateway takes the "
           "account up again, and it comes back here as not logged in. Remove it there, too: "
           "openclaw channels remove --channel zalouser --account %1")
            .arg(account.profile));
    makeSelectable(gateway);
    m_keep->setChecked(true);
    QDialogButtonBox* buttons = buttonsOf(this, tr("Remove"));
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    auto* column = new QVBoxLayout(this);
    for (QWidget* part : { static_cast<QWidget*>(lost), static_cast<QWidget*>(waiting),
                           static_cast<QWidget*>(m_keep), static_cast<QWidget*>(m_erase),
                           static_cast<QWidget*>(gateway), static_cast<QWidget*>(buttons) }) {
        column->addWidget(part);
    }
    setMinimumWidth(DialogWidth);
    connect(this, &QDialog::accepted, this, [this] { emit agreed(m_erase->isChecked()); });
}

} // namespace zalo
