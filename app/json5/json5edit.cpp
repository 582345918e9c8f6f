// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "json5/json5edit.h"

#include "json5/json5.h"
#include "json5/json5style.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

using Kind = Json5Value::Kind;

//! The end of what is in front of `at` but for spaces.
qsizetype trimmedEnd(const QByteArray& text, qsizetype at)
{
    while (at > 0 && (text[at - 1] == ' ' || (text[at - 1] >= '\t' && text[at - 1] <= '\r'))) {
        --at;
    }
    return at;
}

//! Behind the last member, and behind the comments that follow it.
QByteArray withMember(const QByteArray& text, const Json5Value& object, const Json5Style& style,
                      const QString& name, const QJsonValue& value)
{
    const qsizetype close = object.end - 1;
    const qsizetype place = trimmedEnd(text, close);
    const bool hasComma = !object.members.empty() && object.members.back().comma >= 0;
    QByteArray member = style.gap + style.member(name, value);
    if (hasComma) {
        member += ',';
    }
    if (object.members.empty() && text.mid(place, close - place).count('\n') == 0) {
        member += style.closingGap; // the closing brace stood on the same line
    }
    QByteArray edited = text;
    edited.insert(place, member);
    if (!hasComma && !object.members.empty()) {
        edited.insert(object.members.back().value.end, ',');
    }
    return edited;
}

QByteArray withoutMember(const QByteArray& text, const Json5Value& object, qsizetype index)
{
    const Json5Member& member = object.members[size_t(index)];
    const bool isLast = index + 1 == qsizetype(object.members.size());
    const qsizetype begin = trimmedEnd(text, member.nameBegin);
    const qsizetype end = member.comma >= 0 ? member.comma + 1 : member.value.end;
    const QByteArray removed = text.mid(begin, end - begin);
    const qsizetype lineEnd = text.indexOf('\n', end);
    const QByteArray behind = text.mid(end, lineEnd < 0 ? -1 : lineEnd - end).trimmed();
    QByteArray edited = text;
    // What follows must not come to stand in a comment at the end of the line above.
    edited.replace(begin, end - begin,
                   removed.contains('\n') && !behind.isEmpty() ? QByteArray("\n") : QByteArray());
    if (isLast && index > 0 && member.comma < 0) {
        edited.remove(object.members[size_t(index - 1)].comma, 1); // it had none behind its last
    }
    const qsizetype close = edited.indexOf('}', begin);
    // Its own brace stands right in front of it, and not one in a comment.
    if (begin == object.begin + 1 && edited.mid(begin, close - begin).trimmed().isEmpty()) {
        edited.remove(begin, close - begin);
    }
    return edited;
}

QJsonValue nested(const QStringList& path, QJsonValue value)
{
    for (auto it = path.rbegin(); it != path.rend(); ++it) {
        value = QJsonObject { { *it, value } };
    }
    return value;
}

//! What stands at `path`; nullptr: nothing.
const Json5Value* valueAt(const Json5Value& root, const QStringList& path)
{
    const Json5Value* at = &root;
    for (const QString& name : path) {
        const Json5Member* member = at->find(name);
        if (!member) {
            return nullptr;
        }
        at = &member->value;
    }
    return at;
}

tl::unexpected<Error> unexpectedAt(const QStringList& path)
{
    return failure(ErrorKind::ConfigUnexpected, path.join(u'.'));
}

//! `object` with `value` at `path`; Undefined takes out what is there.
QJsonValue withValue(const QJsonValue& object, const QStringList& path, const QJsonValue& value)
{
    if (path.isEmpty()) {
        return value;
    }
    QJsonObject changed = object.toObject();
    changed[path.first()] = withValue(changed[path.first()], path.mid(1), value);
    return changed;
}

//! `edited`, where it can be read and says `meant`. People's comments may stand anywhere.
Result<QByteArray> checked(const QByteArray& edited, const QJsonValue& meant,
                           const QStringList& path)
{
    const Result<Json5Value> read = parseJson5(edited);
    return read && read->toJson() == meant ? Result<QByteArray>(edited) : unexpectedAt(path);
}

} // namespace

Result<QJsonValue> json5At(const QByteArray& text, const QStringList& path)
{
    if (isEmptyJson5(text)) {
        return QJsonValue(QJsonValue::Undefined);
    }
    const Result<Json5Value> root = parseJson5(text);
    if (!root) {
        return tl::unexpected(root.error());
    }
    const Json5Value* at = valueAt(*root, path);
    return at ? at->toJson() : QJsonValue(QJsonValue::Undefined);
}

Result<QByteArray> withJson5(const QByteArray& text, const QStringList& path,
                             const QJsonValue& value)
{
    if (isEmptyJson5(text)) {
        const QByteArray eol = text.contains("\r\n") ? "\r\n" : "\n";
        const bool isOpen = !text.isEmpty() && !text.endsWith('\n');
        return withJson5(text + (isOpen ? eol : QByteArray()) + "{}" + eol, path, value);
    }
    const Result<Json5Value> root = parseJson5(text);
    if (!root) {
        return tl::unexpected(root.error());
    }
    const Json5Value* at = &*root;
    const Json5Value* around = nullptr;
    for (qsizetype depth = 0; depth < path.size(); ++depth) {
        if (at->kind != Kind::Object) {
            return unexpectedAt(path.first(depth));
        }
        const Json5Member* member = at->find(path[depth]);
        if (!member) {
            const Json5Style style(text, *root, *at, around);
            return checked(
                withMember(text, *at, style, path[depth], nested(path.mid(depth + 1), value)),
                withValue(root->toJson(), path, value), path);
        }
        around = at;
        at = &member->value;
    }
    if (at->kind != Kind::Scalar) {
        return unexpectedAt(path);
    }
    if (at->toJson() == value) {
        return text;
    }
    return checked(
        QByteArray(text).replace(at->begin, at->end - at->begin, Json5Style::scalar(value)),
        withValue(root->toJson(), path, value), path);
}

Result<QByteArray> withJson5Item(const QByteArray& text, const QStringList& path,
                                 const QString& item)
{
    const Result<Json5Value> root = parseJson5(text);
    if (!root) {
        return tl::unexpected(root.error());
    }
    const Json5Value* at = valueAt(*root, path);
    if (!at || at->kind != Kind::Array || at->items.empty()) {
        return unexpectedAt(path);
    }
    // Behind the last item, on its line: whatever comments follow stay behind both.
    QByteArray edited = text;
    edited.insert(at->items.back().end, ", " + Json5Style::scalar(item));
    QJsonArray items = at->toJson().toArray();
    items.append(item);
    return checked(edited, withValue(root->toJson(), path, items), path);
}

Result<QByteArray> withoutJson5(const QByteArray& text, const QStringList& path)
{
    const Result<Json5Value> root = parseJson5(text);
    if (!root) {
        return tl::unexpected(root.error());
    }
    const Json5Value* at = &*root;
    for (qsizetype depth = 0; depth < path.size(); ++depth) {
        const Json5Member* member = at->find(path[depth]);
        if (!member) {
            return text;
        }
        if (depth + 1 == path.size()) {
            return checked(withoutMember(text, *at, member - at->members.data()),
                           withValue(root->toJson(), path, QJsonValue::Undefined), path);
        }
        at = &member->value;
    }
    return text;
}

} // namespace zalo
