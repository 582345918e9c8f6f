// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

//! Reads every #include of app/ and ui/ and fails on one that points against the layers of
//! CONTRIBUTING.md.
class TestLayers : public QObject
{
    Q_OBJECT

    // A folder and the folders it may include from, besides itself. Each stands below those that it
    // is named in, so there is no cycle. What is not named here, app/ itself, joins them all.
    const QHash<QString, QStringList> m_allowed {
        { u"core"_s, {} },
        { u"platform"_s, { u"core"_s } },
        { u"storage"_s, { u"core"_s } },
        { u"json5"_s, { u"core"_s } },
        { u"rpc"_s, { u"core"_s } },
        { u"secrets"_s, { u"core"_s } },
        { u"settings"_s, { u"core"_s } },
        { u"fetch"_s, { u"core"_s } },
        { u"avatars"_s, { u"core"_s, u"fetch"_s, u"platform"_s } },
        { u"zca"_s, { u"core"_s, u"platform"_s } },
        { u"gatewaysetup"_s, { u"core"_s, u"platform"_s, u"json5"_s } },
        { u"gatewayhost"_s, { u"core"_s, u"gatewaysetup"_s } },
        { u"bridge"_s, { u"core"_s, u"platform"_s, u"rpc"_s, u"secrets"_s } },
        { u"session"_s, { u"core"_s, u"platform"_s, u"zca"_s } },
        { u"contacts"_s, { u"core"_s, u"storage"_s } },
        { u"messagestore"_s, { u"core"_s, u"platform"_s, u"storage"_s } },
        { u"relay"_s, { u"core"_s, u"fetch"_s, u"messagestore"_s, u"storage"_s } },
        { u"pairing"_s, { u"core"_s } },
        { u"activity"_s, { u"core"_s, u"messagestore"_s } },
        { u"companion"_s,
          { u"core"_s, u"contacts"_s, u"messagestore"_s, u"relay"_s, u"activity"_s,
            u"session"_s } },
        { u"health"_s, { u"core"_s, u"companion"_s } },
        { u"adapters"_s,
          { u"core"_s, u"zca"_s, u"bridge"_s, u"contacts"_s, u"messagestore"_s, u"pairing"_s,
            u"relay"_s } },
        { u"bridgeapi"_s,
          { u"core"_s, u"rpc"_s, u"bridge"_s, u"companion"_s, u"contacts"_s, u"relay"_s,
            u"activity"_s, u"health"_s } },
        { u"control"_s, { u"core"_s, u"platform"_s, u"rpc"_s, u"companion"_s, u"health"_s } },
        { u"cli"_s,
          { u"core"_s, u"platform"_s, u"rpc"_s, u"bridge"_s, u"gatewaysetup"_s, u"session"_s,
            u"companion"_s, u"zca"_s, u"health"_s } },
        { u"demo"_s,
          { u"core"_s, u"platform"_s, u"rpc"_s, u"secrets"_s, u"bridge"_s, u"zca"_s,
            u"companion"_s } },
        { u"localcompanion"_s,
          { u"core"_s, u"platform"_s, u"secrets"_s, u"fetch"_s, u"avatars"_s, u"bridge"_s, u"zca"_s,
            u"session"_s, u"settings"_s, u"contacts"_s, u"messagestore"_s, u"pairing"_s, u"relay"_s,
            u"adapters"_s, u"companion"_s, u"health"_s, u"gatewaysetup"_s, u"gatewayhost"_s } },
        { u"ui/theme"_s, { u"core"_s, u"settings"_s } },
        { u"ui/presenters"_s,
          { u"core"_s, u"activity"_s, u"messagestore"_s, u"companion"_s, u"gatewayhost"_s,
            u"session"_s, u"health"_s, u"ui/theme"_s } },
        { u"ui/widgets"_s,
          { u"core"_s, u"activity"_s, u"companion"_s, u"ui/theme"_s, u"ui/presenters"_s } },
        { u"ui/pages"_s,
          { u"core"_s, u"settings"_s, u"platform"_s, u"activity"_s, u"contacts"_s,
            u"messagestore"_s, u"session"_s, u"companion"_s, u"gatewaysetup"_s, u"gatewayhost"_s,
            u"ui/theme"_s, u"ui/presenters"_s, u"ui/widgets"_s } },
        { u"ui/shell"_s,
          { u"core"_s, u"settings"_s, u"companion"_s, u"health"_s, u"ui/theme"_s,
            u"ui/presenters"_s, u"ui/widgets"_s, u"ui/pages"_s } },
    };

    static QStringList includes(const QString& path)
    {
        static const QRegularExpression quoted(u"^\\s*#\\s*include\\s+\"([^\"]+)\""_s);
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
        QDirIterator it(folder, { u"*.h"_s, u"*.cpp"_s }, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            found << it.next();
        }
        return found;
    }

    //! The layer that `path`, seen from the checkout, belongs to; empty for app/ itself.
    static QString layer(const QString& path)
    {
        const QString folder = path.section(u'/', 0, -2);
        return folder.startsWith(u"app") ? folder.mid(4) : folder;
    }

private slots:
    void everyIncludePointsDown()
    {
        const QDir root(u"" ZALO_SOURCE_DIR ""_s);
        const QStringList files =
            sources(root.filePath(u"app"_s)) + sources(root.filePath(u"ui"_s));
        QVERIFY(files.size() > 400);
        QStringList wrong;
        for (const QString& file : files) {
            const QString folder = layer(root.relativeFilePath(file));
            if (folder.isEmpty()) {
                continue;
            }
            QVERIFY2(m_allowed.contains(folder),
                     qPrintable(file + u": a folder without a layer"_s));
            for (const QString& include : includes(file)) {
                const QString target =
                    layer(include.startsWith(u"ui/") ? include : u"app/"_s + include);
                if (target != folder && !m_allowed.value(folder).contains(target)) {
                    wrong << file + u" includes "_s + include;
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    //! A folder that is only allowed what stands above it in the table cannot be part of a cycle.
    void thereIsNoCycle()
    {
        QSet<QString> below;
        while (below.size() < m_allowed.size()) {
            const qsizetype before = below.size();
            for (auto row = m_allowed.cbegin(); row != m_allowed.cend(); ++row) {
                if (std::all_of(row->cbegin(), row->cend(),
                                [&below](const QString& name) { return below.contains(name); })) {
                    below.insert(row.key());
                }
            }
            QVERIFY2(below.size() > before, "the folders that are left include each other");
        }
    }

    void widgetsStayInUi()
    {
        static const QRegularExpression widget(
            u"#\\s*include\\s+<(QWidget|QApplication|QSystemTrayIcon|QtWidgets)"_s);
        QStringList wrong;
        for (const QString& path : sources(QStringLiteral(ZALO_SOURCE_DIR "/app/"))) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            if (!path.endsWith(u"app/main.cpp"_s)
                && QString::fromUtf8(file.readAll()).contains(widget)) {
                wrong << path;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
};

QTEST_APPLESS_MAIN(TestLayers)
#include "tst_layers.moc"
