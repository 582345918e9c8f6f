// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

//! Reads every #include of app/ and ui/ and fails on one that points against the layers of
//! CONTRIBUTING.md.
class TestLayers : public QObject
{
    Q_OBJECT

    // A folder and the folders it may include from, besides itself. "" is app/ itself.
    const QHash<QString, QSet<QString>> m_allowed {
        { QStringLiteral("core"), {} },
        { QStringLiteral("platform"), { QStringLiteral("core") } },
        { QStringLiteral("storage"), { QStringLiteral("core") } },
        { QStringLiteral("secrets"), { QStringLiteral("core"), QStringLiteral("platform") } },
        { QStringLiteral("zca"), { QStringLiteral("core"), QStringLiteral("platform") } },
        { QStringLiteral("gatewaysetup"), { QStringLiteral("core"), QStringLiteral("platform") } },
        { QStringLiteral("avatars"), { QStringLiteral("core") } },
        { QStringLiteral("bridge"),
          { QStringLiteral("core"), QStringLiteral("platform"), QStringLiteral("secrets") } },
        { QStringLiteral("session"), { QStringLiteral("core"), QStringLiteral("zca") } },
        { QStringLiteral("contacts"), { QStringLiteral("core"), QStringLiteral("storage") } },
        { QStringLiteral("relay"), { QStringLiteral("core"), QStringLiteral("storage") } },
        { QStringLiteral("demo"),
          { QStringLiteral("core"), QStringLiteral("platform"), QStringLiteral("secrets"),
            QStringLiteral("bridge"), QStringLiteral("zca") } },
    };

    //! Folders on top of all of these: they join the others. Lower ones never include them.
    const QSet<QString> m_composition { QString(), QStringLiteral("methods"),
                                        QStringLiteral("control"), QStringLiteral("adapters") };

    static QStringList includes(const QString& path)
    {
        static const QRegularExpression quoted(QStringLiteral("^\\s*#\\s*include\\s+\"([^\"]+)\""));
        QFile file(path);
        QStringList found;
        if (!file.open(QIODevice::ReadOnly)) {
            return found;
        }
        while (!file.atEnd()) {
            const auto match = quoted.match(QString::fromUtf8(file.readLine()));
            if (match.hasMatch()) {
                found << match.captured(1);
            }
        }
        return found;
    }

    static QStringList sources(const QString& folder)
    {
        QStringList found;
        QDirIterator it(folder, { QStringLiteral("*.h"), QStringLiteral("*.cpp") }, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            found << it.next();
        }
        return found;
    }

private slots:
    void everyIncludePointsDown()
    {
        const QString app = QStringLiteral(ZALO_SOURCE_DIR "/app/");
        const QStringList files = sources(app);
        QVERIFY(files.size() > 10);
        QStringList wrong;
        for (const QString& file : files) {
            const QString relative = QDir(app).relativeFilePath(file);
            const QString folder =
                relative.contains(u'/') ? relative.section(u'/', 0, 0) : QString();
            if (m_composition.contains(folder)) {
                continue;
            }
            QVERIFY2(m_allowed.contains(folder),
                     qPrintable(relative + QStringLiteral(": a folder without a layer")));
            for (const QString& include : includes(file)) {
                const QString target =
                    include.contains(u'/') ? include.section(u'/', 0, 0) : folder;
                if (target != folder && !m_allowed.value(folder).contains(target)) {
                    wrong << relative + QStringLiteral(" includes ") + include;
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    //! The windows know the companion and its values, not what is behind it.
    void uiSeesOnlyTheCompanion()
    {
        const QSet<QString> folders { QStringLiteral("ui"),          QStringLiteral("core"),
                                      QStringLiteral("platform"),    QStringLiteral("session"),
                                      QStringLiteral("contacts"),    QStringLiteral("relay"),
                                      QStringLiteral("gatewaysetup") };
        const QSet<QString> files { QStringLiteral("companion.h"), QStringLiteral("snapshot.h") };
        const QStringList sourcesOfUi = sources(QStringLiteral(ZALO_SOURCE_DIR "/ui/"));
        QVERIFY(sourcesOfUi.size() > 10);
        QStringList wrong;
        for (const QString& file : sourcesOfUi) {
            for (const QString& include : includes(file)) {
                if (!files.contains(include) && !folders.contains(include.section(u'/', 0, 0))) {
                    wrong << file + QStringLiteral(" includes ") + include;
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void widgetsStayInUi()
    {
        static const QRegularExpression widget(
            QStringLiteral("#\\s*include\\s+<(QWidget|QApplication|QSystemTrayIcon|QtWidgets)"));
        QStringList wrong;
        for (const QString& path : sources(QStringLiteral(ZALO_SOURCE_DIR "/app/"))) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            if (!path.endsWith(QStringLiteral("app/main.cpp"))
                && QString::fromUtf8(file.readAll()).contains(widget)) {
                wrong << path;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
};

QTEST_APPLESS_MAIN(TestLayers)
#include "tst_layers.moc"
