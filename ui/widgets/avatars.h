// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>
#include <QObject>
#include <QPixmap>
#include <QSet>

namespace zalo {

class ContactService;

//! Round pictures of contacts for lists and panes: the picture where it has been loaded, initials
//! meanwhile and where there is none. What is painted is what is loaded.
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
    //! The picture, `edge` logical pixels wide and high; changed() follows where a better one
    //! comes.
    [[nodiscard]] QPixmap picture(const Person& person, int edge, qreal ratio);

signals:
    void changed();

private:
    ContactService& m_contacts;
    QHash<QString, QImage> m_images; //!< by address; bounded
    QSet<QString> m_requested; //!< under way, or failed
};

} // namespace zalo
