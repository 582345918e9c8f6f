// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "protocoldocument.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace zalo::test {
namespace {

QString documentText()
{
    QFile file(QStringLiteral(ZALO_SOURCE_DIR "/app/bridge/PROTOCOL.md"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

//! Reads the notation; a mistake in it ends the reading and is left over.
class ShapeReader
{
public:
    explicit ShapeReader(QStringView text)
        : m_rest(text)
    { }

    std::vector<Shape> alternatives()
    {
        std::vector<Shape> shapes;
        do {
            shapes.push_back(one());
        } while (take(u'|'));
        return shapes;
    }

    [[nodiscard]] QStringView rest() const { return m_rest; }

private:
    Shape one()
    {
        Shape shape;
        if (take(u'{')) {
            shape.kind = Shape::Kind::Object;
            while (!m_rest.isEmpty() && !take(u'}')) {
                shape.fields.push_back(field());
                take(u',');
            }
        } else if (take(u'[')) {
            shape.kind = Shape::Kind::Array;
            shape.items = take(u']') ? std::vector<Shape>() : alternatives();
            take(u']');
        } else if (take(u'"')) {
            shape.kind = Shape::Kind::Literal;
            shape.literal = m_rest.first(m_rest.indexOf(u'"')).toString();
            m_rest = m_rest.sliced(m_rest.indexOf(u'"') + 1);
        } else {
            const QString name = word();
            shape.kind =
                name == u"null" || name == u"true" ? Shape::Kind::Literal : Shape::Kind::Scalar;
            shape.literal = name == u"true" ? QJsonValue(true) : QJsonValue();
        }
        return shape;
    }

    ShapeField field()
    {
        ShapeField field;
        if (take(u'[')) {
            word();
            take(u']');
        } else {
            field.name = word();
        }
        field.isOptional = take(u'?');
        if (take(u':')) {
            field.shapes = alternatives();
        } else {
            field.shapes.emplace_back();
        }
        return field;
    }

    QString word()
    {
        skip();
        qsizetype length = 0;
        while (length < m_rest.size()
               && (m_rest[length].isLetterOrNumber() || m_rest[length] == u'…')) {
            ++length;
        }
        const QString found = m_rest.first(length).toString();
        // Anything else would keep the reader where it is.
        m_rest = m_rest.sliced(length == 0 ? m_rest.size() : length);
        return found;
    }

    bool take(QChar c)
    {
        skip();
        if (!m_rest.startsWith(c)) {
            return false;
        }
        m_rest = m_rest.sliced(1);
        return true;
    }

    void skip() { m_rest = m_rest.trimmed(); }

    QStringView m_rest;
};

//! From the brace at `start` to the one that closes it.
QString braced(const QString& text, qsizetype start)
{
    int depth = 0;
    for (qsizetype i = start; i < text.size(); ++i) {
        depth += text[i] == u'{' ? 1 : text[i] == u'}' ? -1 : 0;
        if (depth == 0) {
            return text.sliced(start, i + 1 - start);
        }
    }
    return {};
}

//! What stands in the next backquotes.
QString quoted(const QString& text, qsizetype start)
{
    return text.sliced(start).section(u'`', 1, 1);
}

//! What stands in braces behind `words`.
QString shapeBehind(const QString& text, const QString& words)
{
    const qsizetype at = text.indexOf(words);
    return at < 0 ? QString() : braced(text, text.indexOf(u'{', at));
}

//! Each alternative and each optional field of it has a path of its own.
void walk(const std::vector<Shape>& shapes, const QString& path,
          const std::function<void(const QString&)>& visit)
{
    for (const Shape& shape : shapes) {
        if (shape.kind == Shape::Kind::Literal && shapes.size() > 1 && shape.literal.isString()) {
            visit(path + u" = "_s + shape.literal.toString());
        }
        walk(shape.items, path + u"[]"_s, visit);
        for (const ShapeField& field : shape.fields) {
            const QString name = path + u'.' + field.name;
            visit(name);
            walk(field.shapes, name, visit);
        }
    }
}

} // namespace

ProtocolDocument::ProtocolDocument()
{
    const QString text = documentText();
    m_words = text.simplified();
    const QString snapshot = shapeBehind(text, u"## The snapshot"_s);
    readMethods(text);
    readErrors(text);
    readLogin(text);
    add(u"status.get result"_s, snapshot);
    add(u"status.subscribe result"_s, snapshot);
    add(u"status.changed params"_s, snapshot);
    add(u"hello result"_s, shapeBehind(text, u"Result: `{protocol"_s));
    add(u"auth params"_s, shapeBehind(text, u"### `auth {"_s));
    add(u"associate params"_s, shapeBehind(text, u"### `associate {"_s));
    add(u"handshake result"_s, shapeBehind(text, u"server -> client   result {"_s));
    add(u"message.send params"_s, shapeBehind(text, u"- `message.send {"_s));
    add(u"inbound.deliver params"_s, shapeBehind(text, u"\n`inbound.deliver {"_s));
    add(u"superseded params"_s, shapeBehind(text, u"`superseded {"_s));
    add(u"contacts.changed params"_s, shapeBehind(text, u"`contacts.changed {"_s));
    add(u"pairing.requested params"_s, shapeBehind(text, u"`pairing.requested {"_s));
    add(u"error data"_s, braced(text, text.indexOf(u"data:{kind"_s) + 5));
}

bool ProtocolDocument::says(const QString& words) const
{
    return m_words.contains(words);
}

void ProtocolDocument::readMethods(const QString& text)
{
    static const QRegularExpression row(
        uR"(^\| (`[a-z.]+`(?: / `[a-z.]+`)*) \|(?: ([GCP]+) \|)? (.*) \|$)"_s,
        QRegularExpression::MultilineOption);
    for (auto rows = row.globalMatch(text); rows.hasNext();) {
        const QRegularExpressionMatch match = rows.next();
        const QString cell = match.captured(3).replace(u"\\|"_s, u"|"_s);
        const qsizetype arrow = cell.indexOf(u" → "_s);
        if (arrow < 0) {
            continue;
        }
        for (const QString& name : match.captured(1).remove(u'`').split(u" / "_s)) {
            m_methods.append({ name, match.captured(2) });
            if (cell.startsWith(u"`{"_s)) {
                add(name + u" params"_s, quoted(cell, 0));
            }
            if (cell.sliced(arrow).startsWith(u" → `{"_s)) {
                add(name + u" result"_s, quoted(cell, arrow));
            }
        }
    }
}

void ProtocolDocument::readErrors(const QString& text)
{
    static const QRegularExpression row(uR"(^\| ((?:−\d{5} ?)+) \| ((?:`\w+` ?)+) \|)"_s,
                                        QRegularExpression::MultilineOption);
    for (auto rows = row.globalMatch(text); rows.hasNext();) {
        const QRegularExpressionMatch match = rows.next();
        const QStringList codes = match.captured(1).remove(u'−').split(u' ', Qt::SkipEmptyParts);
        const QStringList kinds = match.captured(2).remove(u'`').split(u' ', Qt::SkipEmptyParts);
        if (codes.size() == 1) {
            m_errorKinds[-codes.first().toInt()] << kinds;
            continue;
        }
        for (qsizetype i = 0; i < std::min(codes.size(), kinds.size()); ++i) {
            m_errorKinds[-codes[i].toInt()] << kinds[i];
        }
    }
}

//! Each step is a message of its own: `login.changed qr params`.
void ProtocolDocument::readLogin(const QString& text)
{
    const qsizetype start = text.indexOf(u"- `login.changed {"_s);
    const qsizetype end = text.indexOf(u"\n- ", start + 1);
    static const QRegularExpression remark(u"\\([^)]*\\)"_s);
    const QString part =
        text.sliced(start, end - start).remove(remark).section(u" An expired"_s, 0, 0);
    const QString common = shapeBehind(part, u"`login.changed {"_s).remove(u", …"_s);
    static const QRegularExpression step(u"`([a-z]+)(?: (\\{[^`]*\\}))?`"_s);
    for (auto steps = step.globalMatch(part, part.indexOf(u"Steps:"_s)); steps.hasNext();) {
        const QRegularExpressionMatch match = steps.next();
        const QString more =
            match.captured(2).isEmpty() ? u"}"_s : u", "_s + match.captured(2).sliced(1);
        const QString message = u"login.changed %1 params"_s.arg(match.captured(1));
        if (!m_messages.contains(message)) {
            add(message, common.chopped(1) + more);
        }
    }
}

void ProtocolDocument::add(const QString& message, const QString& shape)
{
    ShapeReader reader(shape);
    m_messages.insert(message, reader.alternatives());
    if (shape.isEmpty() || !reader.rest().trimmed().isEmpty()) {
        m_unreadable << u"%1 cannot be read: %2"_s.arg(message, shape);
    }
}

QStringList ProtocolDocument::requiredFields(const QString& message) const
{
    return fields(message, false);
}

QStringList ProtocolDocument::optionalFields(const QString& message) const
{
    return fields(message, true);
}

QStringList ProtocolDocument::fields(const QString& message, bool areOptional) const
{
    QStringList names;
    for (const Shape& shape : m_messages.value(message)) {
        for (const ShapeField& field : shape.fields) {
            if (field.isOptional == areOptional) {
                names << field.name;
            }
        }
    }
    return names;
}

QStringList ProtocolDocument::complaints(const QString& message, const QJsonValue& value)
{
    if (!m_messages.contains(message)) {
        return { message + u" is not described"_s };
    }
    return compare(m_messages.value(message), value, message);
}

QStringList ProtocolDocument::compare(const std::vector<Shape>& shapes, const QJsonValue& value,
                                      const QString& path)
{
    QStringList best { path + u" is something else"_s };
    for (const Shape& shape : shapes) {
        switch (shape.kind) {
        case Shape::Kind::Scalar:
            if (!value.isObject() && !value.isArray()) {
                return {};
            }
            break;
        case Shape::Kind::Literal:
            if (value == shape.literal) {
                m_seen.insert(path + u" = "_s + value.toString());
                return {};
            }
            break;
        case Shape::Kind::Array:
            if (value.isArray()) {
                QStringList found;
                const QJsonArray items = value.toArray();
                for (const QJsonValue& item : items) {
                    found << compare(shape.items, item, path + u"[]"_s);
                }
                return found;
            }
            break;
        case Shape::Kind::Object:
            if (value.isObject()) {
                const QSet<QString> before = shapes.size() > 1 ? m_seen : QSet<QString>();
                const QStringList found = compareObject(shape, value.toObject(), path);
                if (found.isEmpty()) {
                    return {};
                }
                if (shapes.size() > 1) {
                    m_seen = before;
                }
                best = found;
            }
            break;
        }
    }
    return best;
}

QStringList ProtocolDocument::compareObject(const Shape& shape, const QJsonObject& object,
                                            const QString& path)
{
    QStringList found;
    QSet<QString> named;
    for (const ShapeField& field : shape.fields) {
        const QString fieldPath = path + u'.' + field.name;
        const QStringList names = field.name.isEmpty() ? object.keys() : QStringList { field.name };
        for (const QString& name : names) {
            named.insert(name);
            if (object.contains(name)) {
                m_seen.insert(fieldPath);
                found << compare(field.shapes, object[name], fieldPath);
            } else if (!field.isOptional) {
                found << fieldPath + u" is missing"_s;
            }
        }
    }
    const QStringList names = object.keys();
    for (const QString& name : names) {
        if (!named.contains(name)) {
            found << path + u'.' + name + u" is not in the document"_s;
        }
    }
    return found;
}

QStringList ProtocolDocument::unseen() const
{
    QStringList paths = m_unreadable;
    for (auto message = m_messages.begin(); message != m_messages.end(); ++message) {
        walk(message.value(), message.key(), [&](const QString& path) {
            if (!m_seen.contains(path)) {
                paths << path;
            }
        });
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

} // namespace zalo::test
