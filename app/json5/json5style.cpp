// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "json5/json5style.h"

#include "json5/json5.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

bool spansLines(const QByteArray& text, const Json5Value& value)
{
    return text.mid(value.begin, value.end - value.begin).contains('\n');
}

//! The spaces at the beginning of the line of `at`.
QByteArray indentAt(const QByteArray& text, qsizetype at)
{
    const qsizetype line = at > 0 ? text.lastIndexOf('\n', at - 1) + 1 : 0;
    qsizetype end = line;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) {
        ++end;
    }
    return text.mid(line, end - line);
}

} // namespace

Json5Style::Json5Style(const QByteArray& text, const Json5Value& root, const Json5Value& object,
                       const Json5Value* around)
    : m_eol(text.contains("\r\n") ? "\r\n" : "\n"),
      m_unit("  ")
{
    const Json5Value& model = object.members.empty() ? root : object;
    if (!model.members.empty()) {
        const char first = text[model.members.back().nameBegin];
        m_quote = first == '"' || first == '\'' ? first : '\0';
    }
    if (!root.members.empty()) {
        const QByteArray outer = indentAt(text, root.begin);
        const QByteArray inner = indentAt(text, root.members.front().nameBegin);
        if (inner.size() > outer.size()) {
            m_unit = inner.mid(outer.size());
        }
    }
    const bool isInLine = around && !spansLines(text, *around);
    m_isOneLine = !spansLines(text, object) && (!object.members.empty() || isInLine);
    const QByteArray outside = indentAt(text, object.begin);
    // The last member may share its line with the closing brace, but not with the opening one.
    m_indent =
        object.members.empty() ? outside + m_unit : indentAt(text, object.members.back().nameBegin);
    if (!object.members.empty() && m_indent == outside && !m_isOneLine) {
        m_indent += m_unit;
    }
    gap = m_isOneLine ? " "_ba : QByteArray(m_eol + m_indent);
    closingGap = m_isOneLine ? " "_ba : QByteArray(m_eol + outside);
}

QByteArray Json5Style::member(const QString& name, const QJsonValue& content) const
{
    return quoted(name) + ": " + value(content, m_indent);
}

QByteArray Json5Style::scalar(const QJsonValue& value)
{
    const QByteArray array = QJsonDocument(QJsonArray { value }).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

QByteArray Json5Style::value(const QJsonValue& content, const QByteArray& indent) const
{
    if (!content.isObject() || content.toObject().isEmpty()) {
        return scalar(content);
    }
    const QByteArray inner = indent + m_unit;
    QByteArray text = "{";
    const QJsonObject object = content.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        text += (it == object.begin() ? "" : ",")
            + (m_isOneLine ? " "_ba : QByteArray(m_eol + inner)) + quoted(it.key()) + ": "
            + value(it.value(), inner);
    }
    return QByteArray(text + (m_isOneLine ? " "_ba : QByteArray(m_eol + indent)) + '}');
}

QByteArray Json5Style::quoted(const QString& name) const
{
    static const QRegularExpression word(u"^[A-Za-z_$][A-Za-z0-9_$]*$"_s);
    if (m_quote == '\0' && word.match(name).hasMatch()) {
        return name.toUtf8();
    }
    return m_quote == '\'' && word.match(name).hasMatch() ? QByteArray('\'' + name.toUtf8() + '\'')
                                                          : scalar(name);
}

} // namespace zalo
