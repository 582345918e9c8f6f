// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "settings/settings.h"
#include "ui/pages/loginpage.h"
#include "ui/widgets/accountchoice.h"
#include "ui/widgets/qrview.h"
#include "uifixtures.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

//! A login page on the screen, and what can be seen on it.
struct Fixture
{
    explicit Fixture(bool riskAccepted = true)
    {
        if (riskAccepted) {
            settings.acceptRisk();
        }
        page.resize(760, 520);
        page.show();
        page.activateWindow();
    }

    [[nodiscard]] QString title() const
    {
        const auto* label = page.findChild<QLabel*>(u"messageTitle"_s);
        return label->isVisible() ? label->text() : QString();
    }
    [[nodiscard]] QString text() const { return page.findChild<QLabel*>(u"messageText"_s)->text(); }
    [[nodiscard]] QPushButton* button(const QString& text) const
    {
        return visibleButton(page, text);
    }
    [[nodiscard]] bool showsCode() const
    {
        const auto* qr = page.findChild<QrView*>();
        return qr->isVisible() && !qr->isEmpty();
    }
    void step(LoginStep::Kind kind, const std::function<void(LoginStep&)>& fill = {},
              const QString& id = u"login-1"_s)
    {
        LoginStep step;
        step.loginId = id;
        step.profile = u"default"_s;
        step.kind = kind;
        if (fill) {
            fill(step);
        }
        emit companion.sessions.loginChanged(step);
    }
    void showCode()
    {
        step(LoginStep::Kind::Qr, [](LoginStep& step) {
            step.payload = u"https://qr.zaloapp.com/a"_s;
            step.expiresAtMs = QDateTime::currentMSecsSinceEpoch() + 95'000;
            step.attempt = 1;
        });
    }

    QTemporaryDir folder;
    FakeCompanion companion;
    Settings settings { folder.path() };
    LoginPage page { companion.snapshots, companion.sessions, settings };
};

} // namespace

class TestLoginPage : public QObject
{
    Q_OBJECT

private slots:
    void riskIsAskedOnce()
    {
        Fixture f(false);
        f.page.begin({});
        QCOMPARE(f.title(), u"Before the first login"_s);
        QVERIFY(f.companion.asked.isEmpty());
        f.button(u"Not now"_s)->click();
        QVERIFY(f.companion.asked.isEmpty());
        f.page.begin({});
        f.button(u"I understand, continue"_s)->click();
        QCOMPARE(f.companion.asked, QStringList { u"startLogin default"_s });
        QVERIFY(f.settings.isRiskAccepted());
        f.step(LoginStep::Kind::Declined);
        f.page.begin({});
        QCOMPARE(f.companion.asked.size(), 2);
    }

    void fromCodeToConfirmed()
    {
        Fixture f;
        const QSignalSpy done(&f.page, &LoginPage::overviewRequested);
        f.page.begin(u"shop"_s);
        QCOMPARE(f.companion.asked, QStringList { u"startLogin shop"_s });
        QCOMPARE(f.title(), u"Getting a code from Zalo…"_s);
        f.showCode();
        QVERIFY(f.showsCode());
        const QString left = f.page.findChild<QLabel*>(u"countdown"_s)->text();
        QVERIFY2(left.contains(u"1:3"), qPrintable(left));
        f.step(LoginStep::Kind::Scanned, [](LoginStep& step) { step.by = u"Nguyễn Minh Anh"_s; });
        QCOMPARE(f.title(), u"Nguyễn Minh Anh scanned the code"_s);
        QVERIFY(f.text().contains(u"phone"));
        f.step(LoginStep::Kind::Confirmed,
               [](LoginStep& step) { step.user.displayName = u"Nguyễn Minh Anh"_s; });
        QCOMPARE(f.title(), u"Nguyễn Minh Anh is logged in"_s);
        f.button(u"Show the overview"_s)->click();
        QCOMPARE(done.size(), 1);
    }

    void everyEndHasAWayOn_data()
    {
        QTest::addColumn<LoginStep::Kind>("kind");
        QTest::addColumn<QString>("title");
        QTest::newRow("declined") << LoginStep::Kind::Declined << u"The login was declined"_s;
        QTest::newRow("expired") << LoginStep::Kind::Expired << u"The code has expired"_s;
        QTest::newRow("cancelled") << LoginStep::Kind::Cancelled << u"The login was cancelled"_s;
        QTest::newRow("failed") << LoginStep::Kind::Failed << u"The login did not work"_s;
    }

    void everyEndHasAWayOn()
    {
        QFETCH(LoginStep::Kind, kind);
        QFETCH(QString, title);
        Fixture f;
        f.page.begin({});
        f.showCode();
        const Error reason { ErrorKind::Offline, {} };
        f.step(kind, [&reason](LoginStep& step) { step.error = reason; });
        QCOMPARE(f.title(), title);
        QVERIFY(!f.showsCode());
        QVERIFY(!f.text().isEmpty());
        QCOMPARE(f.text() == errorText(reason), kind == LoginStep::Kind::Failed);
        auto* again = f.page.findChild<QPushButton*>(u"primary"_s);
        again->setFocus();
        QTest::keyClick(again, Qt::Key_Space);
        QCOMPARE(f.companion.asked.size(), 2);
    }

    void cannotEvenStart()
    {
        Fixture f;
        f.companion.fails = Error { ErrorKind::ZcaMissing, {} };
        f.page.begin({});
        QCOMPARE(f.title(), u"The login did not work"_s);
        QCOMPARE(f.text(), errorText(*f.companion.fails));
    }

    void newCodeTakesThePlaceOfTheOld()
    {
        Fixture f;
        f.page.begin({});
        f.showCode();
        f.step(LoginStep::Kind::Starting);
        QVERIFY(!f.showsCode());
        f.showCode();
        QVERIFY(f.showsCode());
    }

    void cancelEndsIt()
    {
        Fixture f;
        f.page.begin({});
        f.showCode();
        f.button(u"Cancel"_s)->click();
        QCOMPARE(f.companion.asked.last(), u"cancelLogin login-1"_s);
        QVERIFY(!f.showsCode());
        // What still comes of it is not shown.
        f.showCode();
        QVERIFY(!f.showsCode());
    }

    void codesOfOthersAreNotShown()
    {
        Fixture f;
        f.showCode();
        QVERIFY(!f.showsCode());
        f.page.begin({});
        f.step(
            LoginStep::Kind::Qr, [](LoginStep& step) { step.payload = u"x"_s; }, u"terminal-7"_s);
        QVERIFY(!f.showsCode());
    }

    //! A demo has no phone, so a button does what one would; elsewhere it is not there.
    void demoScansByAButton()
    {
        QTemporaryDir folder;
        Settings settings(folder.path());
        settings.acceptRisk();
        for (const RunMode mode : { RunMode::Window, RunMode::Headless, RunMode::Demo }) {
            FakeCompanion companion;
            companion.snapshots.now.mode = mode;
            LoginPage page(companion.snapshots, companion.sessions, settings);
            const QSignalSpy requests(&page, &LoginPage::simulatedScanRequested);
            page.show();
            page.activateWindow();
            page.begin({});
            LoginStep step;
            step.loginId = u"login-1"_s;
            step.kind = LoginStep::Kind::Qr;
            step.payload = u"https://qr.zaloapp.com/a"_s;
            emit companion.sessions.loginChanged(step);
            auto* button = page.findChild<QPushButton*>(u"simulateScan"_s);
            QCOMPARE(button->isVisible(), mode == RunMode::Demo);
            if (mode != RunMode::Demo) {
                continue;
            }
            QVERIFY(!button->accessibleName().isEmpty());
            QVERIFY(QTest::qWaitForWindowActive(&page));
            for (int i = 0; i < 20 && !button->hasFocus(); ++i) {
                QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &page,
                                Qt::Key_Tab);
            }
            QVERIFY(button->hasFocus());
            QTest::keyClick(button, Qt::Key_Space);
            QCOMPARE(requests.size(), 1);
            step.kind = LoginStep::Kind::Scanned;
            emit companion.sessions.loginChanged(step);
            QVERIFY(!button->isVisible());
        }
    }

    void imageCanBeCopied()
    {
        Fixture f;
        f.page.begin({});
        f.showCode();
        auto* copy = f.button(u"Copy image"_s);
        copy->setFocus();
        QTest::keyClick(copy, Qt::Key_Space);
        QVERIFY(QApplication::clipboard()->image().width() > 500);
    }

    //! Which of several accounts it is, and what a person calls it.
    void saysForWhichAccount()
    {
        Fixture f;
        const auto heading = [&f] { return f.page.findChild<QLabel*>(u"heading"_s)->text(); };
        QCOMPARE(heading(), u"Log in to Zalo"_s);
        ProfileSnapshot shop = accountIn(SessionState::NeedsLogin, u"Hoa"_s, u"shop"_s);
        shop.label = u"Shop Hà Nội"_s;
        f.companion.snapshots.show(healthySnapshot({ accountIn(SessionState::Online), shop }));
        f.page.begin(u"shop"_s);
        QCOMPARE(heading(), u"Log in to Shop Hà Nội"_s);
        f.showCode();
        QCOMPARE(heading(), u"Log in to Shop Hà Nội"_s);
        f.button(u"Cancel"_s)->click();
        // It is removed: nobody logs in to it by mistake.
        f.companion.snapshots.show(healthySnapshot({ accountIn(SessionState::Expired) }));
        QCOMPARE(heading(), u"Log in to Zalo"_s);
        f.button(u"Show the QR code"_s)->click();
        QCOMPARE(f.companion.asked.last(), u"startLogin default"_s);
    }

    //! Nobody scans the code of another account than the one that was asked for.
    void aCodeGivesWayToAnotherAccounts()
    {
        Fixture f;
        f.page.begin({});
        f.showCode();
        f.page.begin(u"shop"_s);
        QCOMPARE(f.companion.asked.mid(1),
                 (QStringList { u"cancelLogin login-1"_s, u"startLogin shop"_s }));
        QVERIFY(!f.showsCode());
        f.step(LoginStep::Kind::Scanned, {}, u"login-2"_s);
        f.page.begin({});
        QCOMPARE(f.companion.asked.size(), 3);
    }

    //! Before the phone has confirmed it, another name is told and can be gone back from.
    void anotherNameScans()
    {
        Fixture f;
        f.page.begin({});
        f.showCode();
        f.step(LoginStep::Kind::Scanned, [](LoginStep& step) {
            step.by = u"Minh"_s;
            step.expected = { u"1"_s, u"Lan"_s, {}, {}, {} };
        });
        QCOMPARE(f.title(), u"Minh scanned the code, not Lan"_s);
        f.companion.asked.clear();
        f.button(u"Scan again"_s)->click();
        QCOMPARE(f.companion.asked,
                 (QStringList { u"cancelLogin login-1"_s, u"startLogin default"_s }));
    }

    void anotherPersonIsDecidedOn_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QStringList>("asked");
        QTest::newRow("used") << u"Use this account"_s << QStringList { u"acceptLogin login-1"_s };
        QTest::newRow("scanned again")
            << u"Scan again"_s << QStringList { u"logout default"_s, u"startLogin default"_s };
    }

    void anotherPersonIsDecidedOn()
    {
        QFETCH(QString, button);
        QFETCH(QStringList, asked);
        Fixture f;
        f.page.begin({});
        f.showCode();
        f.companion.asked.clear();
        f.step(LoginStep::Kind::OtherPerson, [](LoginStep& step) {
            step.user = { u"2"_s, u"Minh"_s, {}, {}, {} };
            step.expected = { u"1"_s, u"Lan"_s, {}, {}, {} };
        });
        QCOMPARE(f.title(), u"This is Minh's account, not Lan's"_s);
        QVERIFY2(f.text().contains(u"wait for Lan stay until Lan is back"), qPrintable(f.text()));
        QVERIFY(f.companion.asked.isEmpty());
        f.button(button)->click();
        QCOMPARE(f.companion.asked, asked);
        QVERIFY(!f.button(u"Use this account"_s));
    }

    //! The Gateway has to know a further account, too.
    void aNewAccountIsToldOf()
    {
        Fixture f;
        f.page.begin(u"shop"_s);
        f.step(LoginStep::Kind::Confirmed, [](LoginStep& step) {
            step.profile = u"shop"_s;
            step.user.displayName = u"Hoa"_s;
        });
        QVERIFY2(f.text().contains(u"channels add --channel zalouser --account shop"),
                 qPrintable(f.text()));
    }

    //! With several accounts one chooses whose code it is; not while one is shown.
    void anAccountIsChosen()
    {
        Fixture f;
        auto* choice = f.page.findChild<AccountChoice*>();
        QVERIFY(!choice->isVisible());
        ProfileSnapshot shop = accountIn(SessionState::NeedsLogin, u"Hoa"_s, u"shop"_s);
        shop.label = u"Shop Hà Nội"_s;
        f.companion.snapshots.show(healthySnapshot({ accountIn(SessionState::Expired), shop }));
        QVERIFY(choice->isVisible());
        QCOMPARE(choice->count(), 2);
        QCOMPARE(choice->profile(), u"default"_s);
        choice->setCurrentIndex(1);
        QCOMPARE(f.page.findChild<QLabel*>(u"heading"_s)->text(), u"Log in to Shop Hà Nội"_s);
        f.button(u"Show the QR code"_s)->click();
        QCOMPARE(f.companion.asked, QStringList { u"startLogin shop"_s });
        QVERIFY(!choice->isEnabled());
        f.showCode();
        QVERIFY(!choice->isEnabled());
        // The account of the code is not another one because one of them goes.
        f.companion.snapshots.show(healthySnapshot({ accountIn(SessionState::Expired) }));
        QVERIFY(f.showsCode());
    }

    void logoutIsConfirmed()
    {
        Fixture f;
        Snapshot snapshot;
        ProfileSnapshot profile;
        profile.profile = u"default"_s;
        profile.account = Account { u"5123"_s, u"Mẹ Lan"_s, {}, {}, {} };
        profile.session.state = SessionState::Online;
        snapshot.profiles << profile;
        f.companion.snapshots.show(snapshot);
        QCOMPARE(f.title(), u"Mẹ Lan"_s);
        f.button(u"Log out…"_s)->click();
        QVERIFY(f.companion.asked.isEmpty());
        auto* question = f.page.findChild<QMessageBox*>();
        QVERIFY(question);
        const auto buttons = question->buttons();
        for (QAbstractButton* button : buttons) {
            if (question->buttonRole(button) == QMessageBox::AcceptRole) {
                button->click();
            }
        }
        QCOMPARE(f.companion.asked, QStringList { u"logout default"_s });
    }
};

QTEST_MAIN(TestLoginPage)
#include "tst_loginpage.moc"
