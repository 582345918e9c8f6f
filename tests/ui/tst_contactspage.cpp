// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "contacts/contactsmodel.h"
#include "contacts/groupmembersmodel.h"
#include "ui/pages/contactspage.h"
#include "ui/presenters/contactcommands.h"
#include "uifixtures.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

Friend person(const QString& id, const QString& name)
{
    Friend person;
    person.userId = id;
    person.displayName = name;
    return person;
}

QList<Friend> many(int count)
{
    QList<Friend> people;
    for (int i = 0; i < count; ++i) {
        people << person(QString::number(5'000'000 + i), u"Trần %1"_s.arg(i, 6, 10, QChar(u'0')));
    }
    return people;
}

} // namespace

class TestContactsPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeCompanion> m_companion;
    std::unique_ptr<ContactsPage> m_page;

    template <typename T> T* part(const QString& name) const { return m_page->findChild<T*>(name); }
    QListView* list() const { return part<QListView>(u"contacts"_s); }
    QStringList shown() const
    {
        QStringList ids;
        for (int row = 0; row < list()->model()->rowCount(); ++row) {
            ids << list()->model()->index(row, 0).data(ContactsModel::IdRole).toString();
        }
        return ids;
    }
    void type(const QString& text) { part<QLineEdit>(u"search"_s)->setText(text); }
    void choose(int row) { list()->setCurrentIndex(list()->model()->index(row, 0)); }

private slots:
    void init()
    {
        m_companion = std::make_unique<FakeCompanion>();
        ProfileSnapshot profile;
        profile.profile = u"default"_s;
        m_companion->snapshots.now.profiles = { profile };
        m_companion->contacts.friendList = { person(u"11"_s, u"Nguyễn Đức Anh"_s),
                                             person(u"12"_s, u"Đỗ Thị Hoa"_s),
                                             person(u"13"_s, u"Lê Hoa"_s),
                                             person(u"14"_s, u"Lê Hoa"_s) };
        Group group;
        group.groupId = u"900"_s;
        group.name = u"Cửa hàng"_s;
        group.memberCount = 2;
        m_companion->contacts.groupList = { group };
        m_companion->contacts.memberLists[u"900"_s] = {
            { { u"12"_s, u"Đỗ Thị Hoa"_s, {}, {} }, MemberRole::Member },
            { { u"11"_s, u"Nguyễn Đức Anh"_s, {}, {} }, MemberRole::Creator }
        };
        m_page = std::make_unique<ContactsPage>(m_companion->snapshots, m_companion->contacts,
                                                m_companion->messages);
        m_page->resize(900, 600);
    }

    void open(qsizetype rows)
    {
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QTRY_COMPARE(list()->model()->rowCount(), int(rows));
    }

    void asksForNothingBeforeItIsShown()
    {
        QVERIFY(m_companion->asked.isEmpty());
        open(5);
        QVERIFY(m_companion->asked.contains(u"contacts default"_s));
    }

    void findsWithoutAccents()
    {
        open(5);
        type(u"nguyen duc"_s);
        QTRY_COMPARE(shown(), QStringList { u"11"_s });
        type(u"hoa"_s);
        QTRY_COMPARE(shown().size(), 3);
        type(u"xyz"_s);
        QTRY_COMPARE(shown().size(), 0);
        QVERIFY(part<QLabel>(u"listNote"_s)->isVisible());
        type({});
        QTRY_COMPARE(shown().size(), 5);
        part<QTabBar>(u"kinds"_s)->setCurrentIndex(2);
        QTRY_COMPARE(shown(), QStringList { u"900"_s });
    }

    void copiesWhatATerminalAndTheSettingsTake()
    {
        open(5);
        const auto copied = [this](const QString& button) {
            part<QAbstractButton>(button)->click();
            return QApplication::clipboard()->text();
        };
        type(u"nguyen duc"_s);
        QTRY_COMPARE(shown().size(), 1);
        choose(0);
        QCOMPARE(copied(u"copyId"_s), u"11"_s);
        const QString command = copied(u"copyCommand"_s);
        QVERIFY2(command.startsWith(
                     u"openclaw message send --channel zalouser --target 11 --message '"_s),
                 qPrintable(command));
        QCOMPARE(copied(u"copyEntry"_s), u"\"11\""_s);
        type(u"cua hang"_s);
        QTRY_COMPARE(shown(), QStringList { u"900"_s });
        choose(0);
        QVERIFY(copied(u"copyCommand"_s).contains(u" --target group:900 "_s));
        QCOMPARE(copied(u"copyEntry"_s), u"\"900\": {}"_s);
        QVERIFY(!part<QLabel>(u"report"_s)->text().isEmpty());
    }

    void quotesForAShell()
    {
        QCOMPARE(shellQuoted(u"group:900"_s), u"group:900"_s);
        QCOMPARE(shellQuoted(u"it's $HOME"_s), u"'it'\\''s $HOME'"_s);
        QCOMPARE(shellQuoted({}), u"''"_s);
        QVERIFY(sendCommand(u"shop"_s, u"1"_s, false, u"x"_s).contains(u" --account shop "_s));
    }

    void aTestMessageIsConfirmedFirst()
    {
        open(5);
        ConfirmRecorder confirm;
        m_page->setConfirm(confirm.answer());
        type(u"nguyen duc"_s);
        QTRY_COMPARE(shown().size(), 1);
        choose(0);
        part<QAbstractButton>(u"testMessage"_s)->click();
        QCOMPARE(confirm.asked.size(), 1);
        QVERIFY(confirm.asked.first().text.contains(u"Nguyễn Đức Anh"_s));
        QVERIFY(m_companion->messages.sent.isEmpty());
        confirm.agree();
        QCOMPARE(m_companion->messages.sent.size(), 1);
        QCOMPARE(m_companion->messages.sent.first().owner, u"local"_s);
        QCOMPARE(m_companion->messages.sent.first().thread, (ThreadRef { u"11"_s, false }));
        QVERIFY(!m_companion->messages.sent.first().key.isEmpty());
    }

    void showsMembersWithTheirRoles()
    {
        open(5);
        type(u"cua"_s);
        QTRY_COMPARE(shown().size(), 1);
        choose(0);
        const QAbstractItemModel* members = part<QListView>(u"members"_s)->model();
        QCOMPARE(members->rowCount(), 2);
        QCOMPARE(members->index(0, 0).data().toString(), u"Nguyễn Đức Anh"_s);
        QVERIFY(!members->index(0, 0).data(GroupMembersModel::RoleTextRole).toString().isEmpty());
        part<QListView>(u"members"_s)->setCurrentIndex(members->index(1, 0));
        part<QAction>(u"copyMemberId"_s)->trigger();
        QCOMPARE(QApplication::clipboard()->text(), u"12"_s);
    }

    void marksTheSameName()
    {
        open(5);
        type(u"le hoa"_s);
        QTRY_COMPARE(shown().size(), 2);
        choose(0);
        QVERIFY(part<QLabel>(u"duplicateNote"_s)->isVisible());
        type(u"nguyen"_s);
        QTRY_COMPARE(shown().size(), 1);
        choose(0);
        QVERIFY(!part<QLabel>(u"duplicateNote"_s)->isVisible());
    }

    void aRefreshKeepsSelectionAndPlace()
    {
        m_companion->contacts.friendList = many(3'000);
        m_companion->contacts.groupList.clear();
        open(3'000);
        choose(1'500);
        const QString id = list()->currentIndex().data(ContactsModel::IdRole).toString();
        list()->scrollTo(list()->currentIndex(), QAbstractItemView::PositionAtCenter);
        const int top = list()->visualRect(list()->currentIndex()).top();
        QVERIFY(list()->verticalScrollBar()->value() > 0);

        m_companion->contacts.friendList.remove(100, 50);
        for (int i = 0; i < 20; ++i) {
            m_companion->contacts.friendList.prepend(person(QString::number(i), u"An %1"_s.arg(i)));
        }
        emit m_companion->contacts.contactsChanged(u"default"_s);
        QTRY_COMPARE(list()->model()->rowCount(), 2'970);
        QCOMPARE(list()->currentIndex().data(ContactsModel::IdRole).toString(), id);
        QTRY_COMPARE(list()->visualRect(list()->currentIndex()).top(), top);
        QCOMPARE(part<QLabel>(u"id"_s)->text(), id);
    }

    void aNewNameKeepsTheSelection()
    {
        open(5);
        type(u"nguyen duc"_s);
        QTRY_COMPARE(shown().size(), 1);
        choose(0);
        type({});
        QTRY_COMPARE(shown().size(), 5);
        m_companion->contacts.friendList[0].displayName = u"Út Anh"_s;
        emit m_companion->contacts.contactsChanged(u"default"_s);
        QTRY_COMPARE(part<QLabel>(u"name"_s)->text(), u"Út Anh"_s);
        QCOMPARE(list()->currentIndex().data(ContactsModel::IdRole).toString(), u"11"_s);
    }

    void saysWhatIsWrong()
    {
        m_companion->fails = Error { ErrorKind::NotLoggedIn, {} };
        m_page->show();
        QTRY_COMPARE(part<QLabel>(u"listNote"_s)->text(), errorText(*m_companion->fails));
    }

    void worksWithTheKeyboardAlone()
    {
        open(5);
        QTest::keySequence(m_page.get(), QKeySequence::Find);
        QTRY_COMPARE(QApplication::focusWidget(), part<QLineEdit>(u"search"_s));
        QTest::keyClicks(QApplication::focusWidget(), u"nguyen duc"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QTRY_COMPARE(QApplication::focusWidget(), list());
        QCOMPARE(part<QLabel>(u"id"_s)->text(), u"11"_s);
        QVERIFY(part<QLabel>(u"id"_s)->accessibleName().endsWith(u"11"_s)); // it is heard too
        QSet<QString> reached;
        for (int i = 0; i < 30; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            reached << QApplication::focusWidget()->objectName();
        }
        for (const QString& name :
             { u"search"_s, u"kinds"_s, u"contacts"_s, u"refresh"_s, u"copyId"_s, u"copyCommand"_s,
               u"copyEntry"_s, u"testMessage"_s }) {
            QVERIFY2(reached.contains(name), qPrintable(name));
        }
    }

    void everythingHasAName()
    {
        open(5);
        type(u"cua"_s);
        QTRY_COMPARE(shown().size(), 1);
        choose(0);
        const auto widgets = m_page->findChildren<QWidget*>();
        for (const QWidget* widget : widgets) {
            const bool isPartOfAnother =
                qobject_cast<const QAbstractButton*>(widget) && widget->objectName().isEmpty();
            if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) != 0
                && !isPartOfAnother) {
                const auto* button = qobject_cast<const QAbstractButton*>(widget);
                const auto* label = qobject_cast<const QLabel*>(widget);
                const QString name = button ? button->text()
                    : label                 ? label->text()
                                            : widget->accessibleName();
                QVERIFY2(!name.isEmpty(),
                         qPrintable(widget->objectName()
                                    + QString::fromLatin1(widget->metaObject()->className())));
            }
        }
    }
};

QTEST_MAIN(TestContactsPage)
#include "tst_contactspage.moc"
