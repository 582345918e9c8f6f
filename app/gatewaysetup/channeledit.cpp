// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewaysetup/channeledit.h"

#include "json5/json5edit.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

const QString Id = u"zalouser"_s;
const QStringList Channel { u"channels"_s, Id };
const QStringList Entry { u"plugins"_s, u"entries"_s, Id };
const QStringList Allow { u"plugins"_s, u"allow"_s };
const QStringList Meta { u"meta"_s };

QJsonValue at(const QByteArray& text, const QStringList& path)
{
    return json5At(text, path).value_or(QJsonValue(QJsonValue::Undefined));
}

bool lacksUs(const QJsonArray& allowed)
{
    return !allowed.isEmpty() && !allowed.contains(Id);
}

//! `path` in `object` set to `value`; Undefined takes it out, and its object with it where that was
//! all.
QJsonObject with(QJsonObject object, const QStringList& path, const QJsonValue& value)
{
    const QString& name = path.first();
    if (path.size() > 1) {
        const QJsonObject inner = with(object[name].toObject(), path.mid(1), value);
        const bool isLeft = !inner.isEmpty() || !value.isUndefined();
        object[name] = isLeft ? QJsonValue(inner) : QJsonValue(QJsonValue::Undefined);
    } else {
        object[name] = value; // Undefined removes it
    }
    return object;
}

//! What withChannel() makes of a configuration, as values.
QJsonObject expected(const QByteArray& text, const QJsonValue& meta)
{
    QJsonObject all = at(text, {}).toObject();
    all = with(all, Entry + QStringList { u"enabled"_s }, true);
    all = with(all, Channel + QStringList { u"enabled"_s }, true);
    if (at(text, Channel + QStringList { u"dmPolicy"_s }).isUndefined()) {
        all = with(all, Channel + QStringList { u"dmPolicy"_s }, u"pairing"_s);
    }
    if (QJsonArray allowed = at(text, Allow).toArray(); lacksUs(allowed)) {
        allowed.append(Id);
        all = with(all, Allow, allowed);
    }
    if (at(text, Meta).isUndefined() && !meta.isUndefined()) {
        all = with(all, Meta, meta);
    }
    return all;
}

QJsonValue valueAt(const QJsonObject& object, const QStringList& path)
{
    QJsonValue value = object;
    for (const QString& name : path) {
        value = value.toObject()[name];
    }
    return value;
}

//! Without everything that the setup and OpenClaw's installation touch.
QJsonObject others(const QByteArray& text)
{
    QJsonObject all = at(text, {}).toObject();
    QJsonArray allowed = valueAt(all, Allow).toArray();
    for (qsizetype i = allowed.size() - 1; i >= 0; --i) {
        if (allowed.at(i) == Id) {
            allowed.removeAt(i);
        }
    }
    const QJsonValue rest =
        allowed.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(allowed);
    for (const auto& [path, value] :
         { std::pair(Allow, rest), std::pair(Channel, QJsonValue(QJsonValue::Undefined)),
           std::pair(Entry, QJsonValue(QJsonValue::Undefined)),
           std::pair(Meta, QJsonValue(QJsonValue::Undefined)) }) {
        all = with(all, path, value);
    }
    return all;
}

//! Puts the member at `path` back to what it is in `before`.
Result<QByteArray> revert(const QByteArray& text, const QStringList& path, const QByteArray& before)
{
    const QJsonValue was = at(before, path);
    if (at(text, path) == was) {
        return text;
    }
    if (!was.isUndefined()) {
        return withJson5(text, path, was);
    }
    return withoutJson5(text, path).and_then([&](const QByteArray& edited) {
        const QStringList outer = path.first(path.size() - 1);
        const bool isEmptied = !outer.isEmpty() && at(edited, outer) == QJsonObject();
        return isEmptied ? revert(edited, outer, before) : Result<QByteArray>(edited);
    });
}

} // namespace

Result<void> checkEditable(const QByteArray& text)
{
    if (const Result<QJsonValue> whole = json5At(text, {}); !whole) {
        return tl::unexpected(whole.error());
    }
    for (const QStringList& path :
         { QStringList(), Channel.first(1), Channel, Entry.first(1), Entry.first(2), Entry }) {
        if (!at(text, path + QStringList { u"$include"_s }).isUndefined()) {
            return failure(ErrorKind::ConfigHasInclude, path.join(u'.'));
        }
    }
    if (at(text, { u"plugins"_s, u"enabled"_s }) == false) {
        return failure(ErrorKind::ConfigForbidsPlugin, u"plugins.enabled"_s);
    }
    if (at(text, { u"plugins"_s, u"deny"_s }).toArray().contains(Id)) {
        return failure(ErrorKind::ConfigForbidsPlugin, u"plugins.deny"_s);
    }
    return {};
}

Result<QByteArray> withChannel(const QByteArray& text, const QByteArray& written)
{
    const auto set = [](const QStringList& path, const QString& name, const QJsonValue& value) {
        return [=](const QByteArray& edited) {
            return withJson5(edited, path + QStringList { name }, value);
        };
    };
    const QJsonValue meta = at(written, Meta);
    Result<QByteArray> edited =
        checkEditable(text).and_then([&]() -> Result<QByteArray> { return text; });
    edited = edited.and_then(set(Entry, u"enabled"_s, true));
    if (lacksUs(at(text, Allow).toArray())) {
        edited =
            edited.and_then([](const QByteArray& now) { return withJson5Item(now, Allow, Id); });
    }
    edited = edited.and_then(set(Channel, u"enabled"_s, true));
    if (at(text, Channel + QStringList { u"dmPolicy"_s }).isUndefined()) {
        edited = edited.and_then(set(Channel, u"dmPolicy"_s, u"pairing"_s));
    }
    if (at(text, Meta).isUndefined() && !meta.isUndefined()) {
        edited = edited.and_then(set({}, Meta.first(), meta));
    }
    if (edited && at(*edited, {}) != expected(text, meta)) {
        return failure(ErrorKind::ConfigUnexpected, Channel.join(u'.'));
    }
    return edited;
}

bool hasChannel(const QByteArray& text)
{
    return withChannel(text, {}) == text;
}

bool isOnlyOurs(const QByteArray& text, const QByteArray& before)
{
    const QJsonValue channel = at(text, Channel);
    QJsonObject entry = at(text, Entry).toObject();
    QJsonObject entryBefore = at(before, Entry).toObject();
    entry.remove(u"enabled"_s);
    entryBefore.remove(u"enabled"_s);
    return (channel.isUndefined() || channel == valueAt(expected(before, {}), Channel))
        && entry == entryBefore && others(text) == others(before);
}

Result<QByteArray> withoutChannel(const QByteArray& text, const QByteArray& before)
{
    if (withChannel(before, {}) == text) {
        return before; // to the byte
    }
    const QJsonObject ours = expected(before, {});
    for (const QStringList& path : { Channel, Entry }) {
        const QJsonValue now = at(text, path);
        if (!now.isUndefined() && now != valueAt(ours, path)) {
            return failure(ErrorKind::ConfigChanged, path.join(u'.'));
        }
    }
    Result<QByteArray> edited = text;
    for (const QStringList& path :
         { Channel + QStringList { u"dmPolicy"_s }, Channel + QStringList { u"enabled"_s },
           Entry + QStringList { u"enabled"_s } }) {
        edited = edited.and_then([&](const QByteArray& now) { return revert(now, path, before); });
    }
    return edited;
}

Result<QByteArray> withoutSections(const QByteArray& text)
{
    if (at(text, Channel).isUndefined() && at(text, Entry).isUndefined()) {
        return text;
    }
    return withoutJson5(text, Channel).and_then([](const QByteArray& edited) {
        return withoutJson5(edited, Entry);
    });
}

} // namespace zalo
