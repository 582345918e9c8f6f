// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/autostart.h"

#include "core/atomicfile.h"
#include "core/ids.h"
#include "core/plainfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

//! A path inside the double quotes of an Exec key: first its own escapes, then those of a string.
QString quoted(const QString& path)
{
    QString inner;
    for (const QChar c : path) {
        if (c == u'"' || c == u'`' || c == u'$' || c == u'\\') {
            inner += u'\\';
        }
        inner += c;
        if (c == u'%') {
            inner += u'%';
        }
    }
    return u'"' + inner.replace(u'\\', u"\\\\"_s) + u'"';
}

} // namespace

Autostart::Autostart(const QString& configHome, const QString& program)
    : m_file(configHome + u"/autostart/zalo-companion.desktop"_s),
      m_program(program)
{ }

bool Autostart::isEnabled() const
{
    const auto entry = readPlainFile(m_file);
    // Desktops switch an entry off by this key and leave the file.
    return entry && *entry && !(*entry)->contains("\nHidden=true");
}

Result<void> Autostart::setEnabled(bool enabled)
{
    if (!enabled) {
        return !QFile::exists(m_file) || QFile::remove(m_file)
            ? Result<void>()
            : failure(ErrorKind::FileUnwritable, m_file);
    }
    const QString entry =
        u"[Desktop Entry]\n"
        "Type=Application\n"
        "Name=Zalo Companion\n"
        "Exec=%1 --hidden\n"
        "Icon=%2\n"
        "Terminal=false\n"
        "X-GNOME-Autostart-enabled=true\n"_s.arg(quoted(m_program), applicationId());
    if (!QDir().mkpath(QFileInfo(m_file).path())) {
        return failure(ErrorKind::FileUnwritable, m_file);
    }
    return writeFileAtomically(m_file, entry.toUtf8());
}

} // namespace zalo
