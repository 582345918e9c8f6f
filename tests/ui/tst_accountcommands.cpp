// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "companion/accountname.h"
#include "ui/pages/accountcommands.h"
#include "ui/presenters/accountspresenter.h"
#include "ui/shell/accountsmenu.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/accountswitcher.h"
#include "uifixtures.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

ProfileSnapshot named(ProfileSnapshot account, const QString& label)
{
    account.label = label;
    return account;
}

//! Lan online, and a shop that has to log in.
Snapshot twoAccounts()
{
    return healthySnapshot(
        { accountIn(SessionState::Online),
          named(accountIn(SessionState::NeedsLogin, u"Hoa"_s, u"shop"_s), u"Shop Hà Nội"_s) });
}

//! The commands on a window, and the dialog that they opened last.
struct Fixture
{
    Fixture()
    {
        companion.snapshots.now = twoAccounts();
        window.show();
    }

    [[nodiscard]] QDialog* dialog() const
    {
        for (auto* candidate : window.findChildren<QDialog*>()) {
            if (candidate->isVisible()) {
                return candidate;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QLineEdit* name() const { return window.findChild<QLineEdit*>(); }
    [[nodiscard]] QPushButton* agree() const { return window.findChild<QPushButton*>(u"agree"_s); }

    FakeCompanion companion;
    QWidget window;
    AccountCommands commands { companion.snapshots, companion.sessions, companion.profiles,
                               &window };
};

QStringList textsOf(const QMenu& menu)
{
    QStringList texts;
    const auto actions = menu.actions();
    for (const QAction* action : actions) {
        texts << action->text();
    }
    return texts;
}

} // namespace

//! Accounts are added, named and removed in the window, and chosen by name and state.
class TestAccountCommands : public QObject
{
    Q_OBJECT

private slots:
    void nameOfAnAccount()
    {
        ProfileSnapshot account = accountIn(SessionState::Online, u"Hoa"_s, u"shop"_s);
        QCOMPARE(accountName(named(account, u"Shop Hà Nội"_s)), u"Shop Hà Nội"_s);
        QCOMPARE(accountName(account), u"Hoa"_s);
        account.account.reset();
        QCOMPARE(accountName(account), u"shop"_s);
        account.profile = u"default"_s;
        QCOMPARE(accountName(account), u"Main account"_s);
    }

    void statesAndCures()
    {
        Snapshot now = twoAccounts();
        now.profiles[0].session.nextStep = NextStep::None;
        now.profiles[1].session = { SessionState::NeedsLogin, 1, 1, {}, NextStep::LogIn };
        QList<AccountView> accounts = presentAccounts(now);
        QCOMPARE(accountLine(accounts[0]), u"Mẹ Lan: "_s + sessionStateText(SessionState::Online));
        QCOMPARE(accounts[0].icon, StatusIcon::Online);
        QCOMPARE(accounts[0].cure, AccountView::Cure::None);
        QCOMPARE(accounts[1].icon, StatusIcon::ActionRequired);
        QCOMPARE(accounts[1].cure, AccountView::Cure::LogIn);
        // What all accounts share is no account's own state, but nothing is green meanwhile.
        now.bridgeState = BridgeState::Kind::NoGateway;
        QCOMPARE(presentAccounts(now)[0].state, sessionStateText(SessionState::Online));
        QVERIFY(presentAccounts(now)[0].icon != StatusIcon::Online);
        // One person in two profiles: which of them is connected.
        now.profiles[1].session = { SessionState::Duplicate, 1, 1,
                                    Error { ErrorKind::AccountInUse, u"default"_s },
                                    NextStep::Reconnect };
        accounts = presentAccounts(now);
        QCOMPARE(accountLine(accounts[1]), u"Shop Hà Nội: same Zalo account as “Mẹ Lan”"_s);
        QCOMPARE(accounts[1].cure, AccountView::Cure::Reconnect);
    }

    void switcher()
    {
        AccountSwitcher switcher;
        QSignalSpy chosen(&switcher, &AccountSwitcher::chosen);
        auto* list = switcher.findChild<QComboBox*>();
        switcher.setAccounts({}, {});
        QVERIFY(switcher.isHidden());
        const QList<AccountView> accounts = presentAccounts(twoAccounts());
        switcher.setAccounts({ accounts.first() }, u"default"_s);
        QVERIFY(!switcher.isHidden() && list->isHidden());
        switcher.setAccounts(accounts, u"shop"_s);
        QVERIFY(!list->isHidden());
        QCOMPARE(list->currentText(), accountLine(accounts[1]));
        QVERIFY(!list->itemIcon(0).isNull() && !list->itemIcon(1).isNull());
        switcher.show();
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Up);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), u"default"_s);
    }

    void added()
    {
        Fixture f;
        QSignalSpy added(&f.commands, &AccountCommands::added);
        f.commands.add();
        QVERIFY(!f.agree()->isEnabled());
        f.name()->setText(u"  "_s);
        QVERIFY(!f.agree()->isEnabled());
        f.name()->setText(u"Shop Hà Nội"_s);
        f.agree()->click();
        QCOMPARE(f.companion.asked, QStringList { u"addProfile Shop Hà Nội"_s });
        QCOMPARE(added.first().first().toString(), u"shop"_s);
    }

    void notAdded()
    {
        Fixture f;
        f.companion.fails = Error { ErrorKind::ProfilesTooMany, u"16"_s };
        const QSignalSpy added(&f.commands, &AccountCommands::added);
        f.commands.add();
        f.name()->setText(u"Shop"_s);
        f.agree()->click();
        QVERIFY(added.isEmpty());
        const auto* box = f.window.findChild<QMessageBox*>();
        QVERIFY(box);
        QCOMPARE(box->text(), errorText(*f.companion.fails));
    }

    //! Its QR code comes at once.
    void addedInTheWindow()
    {
        WindowFixture f;
        f.settings.acceptRisk();
        MainWindow window(f.companion.roles(), f.settings, f.autostart);
        window.show();
        window.addAccount();
        window.findChild<QLineEdit*>(u"accountName"_s)->setText(u"Shop"_s);
        window.findChild<QPushButton*>(u"agree"_s)->click();
        QCOMPARE(f.companion.asked, (QStringList { u"addProfile Shop"_s, u"startLogin shop"_s }));
    }

    void renamed()
    {
        Fixture f;
        f.commands.rename(u"shop"_s);
        QCOMPARE(f.name()->text(), u"Shop Hà Nội"_s);
        QVERIFY(f.agree()->isEnabled());
        f.name()->clear();
        QVERIFY(f.agree()->isEnabled()); // as Zalo calls it
        f.name()->setText(u"Quầy 2"_s);
        f.agree()->click();
        QCOMPARE(f.companion.asked, QStringList { u"renameProfile shop Quầy 2"_s });
    }

    void removed_data()
    {
        QTest::addColumn<bool>("erases");
        QTest::newRow("keeps") << false;
        QTest::newRow("erases") << true;
    }

    void removed()
    {
        QFETCH(bool, erases);
        Fixture f;
        f.companion.snapshots.now.profiles[1].queue.inboundWaiting = 3;
        f.commands.remove(u"shop"_s);
        QStringList texts;
        for (const QLabel* label : f.dialog()->findChildren<QLabel*>()) {
            texts << label->text();
        }
        const QString all = texts.join(u' ');
        QVERIFY2(all.contains(u"Shop Hà Nội") && all.contains(u"3 message")
                     && all.contains(u"channels remove --channel zalouser --account shop"),
                 qPrintable(all));
        const auto choices = f.dialog()->findChildren<QRadioButton*>();
        QVERIFY(choices[0]->isChecked()); // what can be undone
        choices[erases ? 1 : 0]->setChecked(true);
        QVERIFY(f.companion.asked.isEmpty());
        f.agree()->click();
        QCOMPARE(f.companion.asked,
                 (QStringList { u"logout shop"_s,
                                erases ? u"eraseProfile shop"_s : u"removeProfile shop"_s }));
    }

    void notRemoved()
    {
        Fixture f;
        f.commands.remove(u"shop"_s);
        f.dialog()->reject();
        QVERIFY(f.companion.asked.isEmpty());
    }

    void inTheTray()
    {
        AccountsMenu accounts;
        QSignalSpy opened(&accounts, &AccountsMenu::openRequested);
        QSignalSpy loggedIn(&accounts, &AccountsMenu::logInRequested);
        QSignalSpy reconnected(&accounts, &AccountsMenu::reconnectRequested);
        const QSignalSpy added(&accounts, &AccountsMenu::addRequested);
        accounts.setAccounts({});
        QCOMPARE(textsOf(*accounts.menu()), QStringList { u"Add account…"_s });
        accounts.setAccounts(
            { { u"default"_s, u"Lan & Minh"_s, StatusIcon::Online, u"online"_s, {} },
              { u"shop"_s, u"Shop"_s, StatusIcon::ActionRequired, u"not logged in"_s,
                AccountView::Cure::LogIn },
              { u"hue"_s, u"Huế"_s, StatusIcon::ActionRequired, u"elsewhere"_s,
                AccountView::Cure::Reconnect } });
        QCOMPARE(textsOf(*accounts.menu()),
                 (QStringList { u"Lan && Minh: online"_s, u"Shop: not logged in"_s,
                                u"Huế: elsewhere"_s, QString(), u"Add account…"_s }));
        const auto entries = accounts.menu()->actions();
        QVERIFY(!entries[0]->icon().isNull());
        QCOMPARE(textsOf(*entries[0]->menu()), QStringList { u"Open"_s });
        QCOMPARE(textsOf(*entries[1]->menu()), (QStringList { u"Open"_s, u"Log in…"_s }));
        entries[0]->menu()->actions().first()->trigger();
        entries[1]->menu()->actions().last()->trigger();
        entries[2]->menu()->actions().last()->trigger();
        entries.last()->trigger();
        QTRY_COMPARE(added.size(), 1);
        QCOMPARE(opened.first().first().toString(), u"default"_s);
        QCOMPARE(loggedIn.first().first().toString(), u"shop"_s);
        QCOMPARE(reconnected.first().first().toString(), u"hue"_s);
    }
};

QTEST_MAIN(TestAccountCommands)
#include "tst_accountcommands.moc"
