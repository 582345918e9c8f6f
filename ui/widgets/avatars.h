// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>
#include <QObject>
#include <QPixmap>
#include <QSet>

namespace zalo {

class ContactService;

//! Round avatars of contacts for lists and panes: the picture once it is loaded, else initials.
//! Only pictures that are painted are loaded.
class Avatars : public QObject
{
    Q_OBJECT

public:
    explicit Avatars(ContactService& contacts, QObject* parent = nullptr);

    struct Person
    {
        QString id;
        QString name;
        QString address; //!< of the picture; may be empty
    };
    //! The avatar, `edge` logical pixels wide and high; changed() follows once the picture is
    //! loaded.
    [[nodiscard]] QPixmap picture(const Person& person, int edge, qreal ratio);

signals:
    void changed();

private:
    ContactService& m_contacts;
    QHash<QString, QImage> m_images; //!< by address; bounded
    QSet<QString> m_requested; //!< under way, or failed
};

} // namespace zalo
