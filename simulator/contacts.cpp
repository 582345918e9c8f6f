// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contacts.h"

#include "names.h"

#include <QCryptographicHash>
#include <QFile>

using namespace Qt::StringLiterals;

namespace zalo::sim {

namespace {

enum Kind
{
    FriendId = 1,
    FriendName,
    FriendPhone,
    GroupId,
    GroupSize
};

QList<QByteArrayList> readTable(const QString& resource)
{
    QList<QByteArrayList> rows;
    QFile file(resource);
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : file.readAll().split('\n')) {
            if (!line.isEmpty()) {
                rows.append(line.split('\t'));
            }
        }
    }
    return rows;
}

quint64 mix(quint64 x)
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

//! As Zalo's, but on this machine, where nobody answers: a simulated person has no picture, and
//! nothing that runs on the simulator may ask the internet for one.
QByteArray avatarOf(const QByteArray& id)
{
    const QByteArray hash = QCryptographicHash::hash(id, QCryptographicHash::Md5).toHex();
    return QByteArray("https://127.0.0.1:9/") + id[1] + '/' + id[2] + '/' + id[3] + '/' + id[4]
        + "/120/" + hash + ".jpg";
}

} // namespace

Contacts::Contacts(const Account& account, Settings& settings)
    : m_account(account),
      m_seed(mix(account.id.toULongLong() ^ quint64(settings.number(u"seed"_s, 0)))),
      m_friendCount(qBound(0, settings.number(u"friends"_s, 250), 100'000)),
      m_groupCount(qBound(0, settings.number(u"groups"_s, 12), 1'000))
{
    if (account.id == Sessions::accountFor(u"default"_s).id) {
        m_knownFriends = readTable(u":/zcasim/data/friends.tsv"_s);
        m_knownGroups = readTable(u":/zcasim/data/groups.tsv"_s);
    }
}

quint64 Contacts::hash(int kind, int index) const
{
    return mix(m_seed ^ (quint64(kind) << 40) ^ quint64(index));
}

QByteArray Contacts::friendId(int index) const
{
    if (index < m_knownFriends.size()) {
        return m_knownFriends[index][0];
    }
    return QByteArray::number(100'000'000'000'000'000ULL
                              + hash(FriendId, index) % 900'000'000'000'000'000ULL);
}

QByteArray Contacts::groupId(int index) const
{
    if (index < m_knownGroups.size()) {
        return m_knownGroups[index][0];
    }
    return QByteArray::number(700'000'000'000'000'000ULL
                              + hash(GroupId, index) % 90'000'000'000'000'000ULL);
}

Person Contacts::self() const
{
    Person me;
    me.id = m_account.id.toLatin1();
    me.displayName = m_account.name.toUtf8();
    me.zaloName = me.displayName;
    me.avatar = avatarOf(me.id);
    me.phone =
        me.id.startsWith("512") ? QByteArray("+84901234567") : QByteArray("+849" + me.id.last(8));
    me.gender = 1;
    return me;
}

Person Contacts::friendAt(int index) const
{
    Person person;
    person.id = friendId(index);
    // As recorded: every 7th is online, every 11th shows a number, every 50th has left Zalo.
    person.active = index % 7 == 0;
    person.closed = index % 50 == 49;
    if (index < m_knownFriends.size()) {
        const QByteArrayList& row = m_knownFriends[index];
        person.displayName = row[1];
        person.zaloName = row[2].isEmpty() ? row[1] : row[2];
        person.gender = row[3].toInt();
        person.phone = row[4];
        person.username = row[5];
    } else {
        person.zaloName = personName(hash(FriendName, index), hash(FriendName, index - 1), index);
        person.displayName = aliasOf(person.zaloName, index);
        person.gender = int(hash(FriendName, index) >> 60) % 2;
        if (index % 11 == 0) {
            person.phone = phoneOf(index);
        }
    }
    if (!person.closed) {
        person.avatar = avatarOf(person.id);
    }
    return person;
}

Group Contacts::groupAt(int index) const
{
    Group group;
    group.id = groupId(index);
    group.firstFriend = m_friendCount == 0 ? 0 : 13 * index % m_friendCount;
    if (index < m_knownGroups.size()) {
        group.name = m_knownGroups[index][1];
        group.total = m_knownGroups[index][2].toInt();
    } else {
        group.name = groupName(hash(GroupSize, index), index);
        // Now and then one as big as Zalo allows.
        group.total = index % 100 == 99 ? 1000 : 3 + int(hash(GroupSize, index) % 48);
    }
    group.total = qMin(group.total, m_friendCount + 1);
    return group;
}

std::vector<Person> Contacts::members(const Group& group) const
{
    std::vector<Person> out { self() };
    for (int i = 0; i + 1 < group.total; ++i) {
        out.push_back(friendAt((group.firstFriend + i) % m_friendCount));
    }
    return out;
}

int Contacts::friendIndex(const QByteArray& id) const
{
    for (int i = 0; i < m_friendCount; ++i) {
        if (friendId(i) == id) {
            return i;
        }
    }
    return -1;
}

int Contacts::groupIndex(const QByteArray& id) const
{
    for (int i = 0; i < m_groupCount; ++i) {
        if (groupId(i) == id) {
            return i;
        }
    }
    return -1;
}

QByteArray Contacts::phoneOf(int index) const
{
    if (index < m_knownFriends.size() && !m_knownFriends[index][4].isEmpty()) {
        return m_knownFriends[index][4];
    }
    return "849" + QByteArray::number(10'000'000 + hash(FriendPhone, index) % 90'000'000);
}

} // namespace zalo::sim
