// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDir>
#include <QFile>
#include <QString>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace zalo::test {

//! A folder with shell scripts that stand in for zca.
class FakeZca
{
public:
    //! Writes a script of that name and gives its path. `$DIR` in it is this folder.
    QString script(const QString& name, const QByteArray& body) const
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly)) {
            qFatal("cannot write %s", qPrintable(path));
        }
        file.write("#!/bin/sh\nDIR='" + m_folder.path().toUtf8() + "'\n" + body);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }

    QString script(const QByteArray& body) const { return script(u"zca"_s, body); }

    QString path(const QString& name) const { return m_folder.filePath(name); }

    QString folder() const { return m_folder.path(); }

    QByteArray read(const QString& name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    bool has(const QString& name) const { return QFile::exists(m_folder.filePath(name)); }

    //! A new empty folder inside.
    QString newFolder(const QString& name) const
    {
        QDir(m_folder.path()).mkpath(name);
        return m_folder.filePath(name);
    }

private:
    QTemporaryDir m_folder;
};

//! A recorded output of the real program (tests/data/zca).
inline QByteArray recorded(const QString& name)
{
    QFile file(QStringLiteral(ZALO_TEST_DATA "/zca/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no recorded output %s", qPrintable(name));
    }
    return file.readAll();
}

} // namespace zalo::test
