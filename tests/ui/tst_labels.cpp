// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/labels.h"

#include <QEnterEvent>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace zalo;

namespace {

void enter(QWidget* widget)
{
    QEnterEvent event({ 1, 1 }, { 1, 1 }, { 1, 1 });
    QCoreApplication::sendEvent(widget, &event);
}

} // namespace

class TestLabels : public QObject
{
    Q_OBJECT

private slots:
    void theMouseSelects()
    {
        MutedLabel label;
        QVERIFY(!label.textInteractionFlags().testFlag(Qt::TextSelectableByMouse));
        enter(&label);
        QVERIFY(label.textInteractionFlags().testFlag(Qt::TextSelectableByMouse));
    }

    //! What is under the mouse does not move.
    void nothingMoves_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a word") << u"Đang kết nối"_s;
        QTest::newRow("none") << QString();
        QTest::newRow("lines") << u"Một\nHai\n\nBa"_s;
        QTest::newRow("signs") << u"a < b && c > d"_s;
        QTest::newRow("long")
            << u"Đổi tên người thân ở Sài Gòn và chờ một chút để tin nhắn đến nơi. "_s.repeated(6);
        QTest::newRow("no space") << QString(200, u'ộ');
    }

    void nothingMoves()
    {
        QFETCH(QString, text);
        MutedLabel muted;
        QLabel* body = bodyLabel(&muted);
        QLabel* heading = headingLabel(&muted);
        makeSelectable(heading);
        auto* bare = new QLabel(&muted);
        makeSelectable(bare);
        for (QLabel* label : { static_cast<QLabel*>(&muted), body, heading, bare }) {
            label->setTextFormat(Qt::PlainText);
            label->setText(text);
            QList<QSize> before;
            QList<QSize> after;
            const auto measure = [label](QList<QSize>& sizes) {
                sizes << label->sizeHint() << label->minimumSizeHint();
                for (int width : { 120, 333, 800 }) {
                    sizes << QSize(width, label->heightForWidth(width));
                }
            };
            measure(before);
            enter(label);
            measure(after);
            QCOMPARE(after, before);
        }
    }
};

QTEST_MAIN(TestLabels)
#include "tst_labels.moc"
