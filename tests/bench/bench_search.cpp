// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "benchrow.h"
#include "contacts/contactsfiltermodel.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSortFilterProxyModel>

using namespace zalo;
using namespace zalo::bench;
using namespace Qt::StringLiterals;

// The row *search*: from a key typed to rows ready, in a list of 100,000 contacts. Beside it the
// plain way: QSortFilterProxyModel with a regular expression over the folded names.

namespace {

constexpr int contactCount = 100'000;

ContactList manyContacts()
{
    static const QStringList family { u"Nguyễn"_s, u"Trần"_s, u"Lê"_s,   u"Phạm"_s, u"Hoàng"_s,
                                      u"Phan"_s,   u"Vũ"_s,   u"Đặng"_s, u"Bùi"_s,  u"Đỗ"_s };
    static const QStringList middle { u"Văn"_s, u"Thị"_s,  u"Đức"_s, u"Minh"_s,
                                      u"Thu"_s, u"Ngọc"_s, u"Quốc"_s };
    static const QStringList given { u"Anh"_s,  u"Bình"_s,  u"Chi"_s,   u"Dũng"_s, u"Đào"_s,
                                     u"Hà"_s,   u"Hương"_s, u"Khánh"_s, u"Lan"_s,  u"Long"_s,
                                     u"Phúc"_s, u"Quân"_s,  u"Trang"_s, u"Tuấn"_s, u"Yến"_s };
    QRandomGenerator random(1);
    const auto one = [&](const QStringList& names) {
        return names.at(random.bounded(int(names.size())));
    };
    QList<std::shared_ptr<ListedContact>> contacts;
    contacts.reserve(contactCount);
    for (int i = 0; i < contactCount; ++i) {
        auto contact = std::make_shared<ListedContact>();
        contact->isGroup = i % 10 == 0;
        contact->entry.id =
            QString::number(365'000'000'000'000'000LL + random.bounded(1'000'000'000) + i);
        contact->entry.name = one(family) + u' ' + one(middle) + u' ' + one(given);
        if (i % 3 == 0) {
            contact->entry.zaloName = one(given) + u' ' + QString::number(random.bounded(1000));
        }
        if (i % 5 == 0) {
            contact->entry.phoneNumber =
                u"+849"_s + QString::number(10'000'000 + random.bounded(80'000'000));
        }
        contact->key = searchKey(contact->entry);
        contacts.append(std::move(contact));
    }
    return ContactList(contacts, 1);
}

//! What is in the field after each key.
QStringList typedKeys()
{
    QStringList typed;
    for (const QString& query : { u"nguyen duc"_s, u"Đặng Thu"_s, u"anh"_s, u"0912345"_s,
                                  u"trang 12"_s, u"3650000"_s, u"xyz"_s, u"lê"_s }) {
        for (qsizetype length = 1; length <= query.size(); ++length) {
            typed << query.first(length);
        }
        typed << QString();
    }
    return typed;
}

template <typename Step> QList<double> measured(int rounds, Step step)
{
    const QStringList typed = typedKeys();
    QList<double> times;
    for (int round = 0; round < rounds; ++round) {
        for (const QString& text : typed) {
            QElapsedTimer timer;
            timer.start();
            step(text);
            times.append(double(timer.nsecsElapsed()) / 1e6);
        }
    }
    return times;
}

//! Folded names, as the plain way would search them.
class FoldedNames : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool filterAcceptsRow(int row, const QModelIndex&) const override
    {
        return filterRegularExpression()
            .match(static_cast<const ContactsModel*>(sourceModel())->at(row).key)
            .hasMatch();
    }
};

} // namespace

int main()
{
    ContactsModel contacts;
    contacts.refresh(manyContacts());

    ContactsFilterModel filter(&contacts);
    qsizetype rows = 0;
    const QList<double> ours = measured(20, [&](const QString& text) {
        filter.setQuery(text);
        rows += filter.rowCount();
    });

    FoldedNames plain;
    plain.setSourceModel(&contacts);
    const QList<double> theirs = measured(1, [&](const QString& text) {
        plain.setFilterRegularExpression(QRegularExpression::escape(searchNeedle(text)));
        rows += plain.rowCount();
    });

    BenchRow row;
    row.name = u"search"_s;
    row.unit = u"ms"_s;
    row.value = quantile(ours, 0.99);
    row.compared = quantile(theirs, 0.99);
    row.goal = 1.0 / 20;
    row.limit = 4;
    row.n = ours.size();
    row.spread = spread(ours);
    row.print();
    return rows > 0 ? 0 : 1;
}
