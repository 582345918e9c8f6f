// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>

class QLineEdit;
class QRadioButton;

namespace zalo {

struct ProfileSnapshot;

//! Asks what an account is to be called.
class AccountNameDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Purpose
    {
        Add, //!< a name is needed
        Rename //!< without one it is called what Zalo calls it
    };

    //! `name`: what it is called now.
    AccountNameDialog(Purpose purpose, const QString& name, QWidget* parent);

signals:
    //! A person agreed to this name.
    void named(const QString& name);

private:
    QLineEdit* m_name;
};

//! Says what is lost with an account, and asks about its messages.
class RemoveAccountDialog : public QDialog
{
    Q_OBJECT

public:
    RemoveAccountDialog(const ProfileSnapshot& account, QWidget* parent);

signals:
    //! A person agreed; `erases`: the messages go, too.
    void agreed(bool erases);

private:
    QRadioButton* m_keep;
    QRadioButton* m_erase;
};

} // namespace zalo
