// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "json5/json5.h"

#include "json5/json5scanner.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr int MaxDepth = 200;

class Parser
{
public:
    explicit Parser(const QByteArray& text)
        : m_scanner(text)
    { }

    Result<Json5Value> document()
    {
        Json5Value root;
        if (!m_scanner.skipSpace() || !value(root, 0) || !m_scanner.skipSpace()
            || !m_scanner.atEnd()) {
            return failure(ErrorKind::ConfigUnparsable, QString::number(m_scanner.line()));
        }
        return root;
    }

private:
    bool value(Json5Value& out, int depth)
    {
        out.begin = m_scanner.position();
        const char first = m_scanner.peek();
        bool good = false;
        if (first == '{') {
            good = depth < MaxDepth && object(out, depth);
        } else if (first == '[') {
            good = depth < MaxDepth && array(out, depth);
        } else {
            const auto scalar = m_scanner.scalar();
            out.scalar = scalar.value_or(QJsonValue());
            good = scalar.has_value();
        }
        out.end = m_scanner.position();
        return good;
    }

    bool object(Json5Value& out, int depth)
    {
        out.kind = Json5Value::Kind::Object;
        m_scanner.take('{');
        for (;;) {
            if (!m_scanner.skipSpace()) {
                return false;
            }
            if (m_scanner.take('}')) {
                return true;
            }
            if (!out.members.empty() && out.members.back().comma < 0) {
                return false;
            }
            Json5Member member;
            member.nameBegin = m_scanner.position();
            const auto name = m_scanner.name();
            if (!name || !m_scanner.skipSpace() || !m_scanner.take(':') || !m_scanner.skipSpace()
                || !value(member.value, depth + 1) || !m_scanner.skipSpace()) {
                return false;
            }
            member.name = *name;
            member.comma = m_scanner.peek() == ',' ? m_scanner.position() : -1;
            m_scanner.take(',');
            out.members.push_back(std::move(member));
        }
    }

    bool array(Json5Value& out, int depth)
    {
        out.kind = Json5Value::Kind::Array;
        m_scanner.take('[');
        bool mayGoOn = true;
        for (;;) {
            if (!m_scanner.skipSpace()) {
                return false;
            }
            if (m_scanner.take(']')) {
                return true;
            }
            if (!mayGoOn || !value(out.items.emplace_back(), depth + 1) || !m_scanner.skipSpace()) {
                return false;
            }
            out.lastComma = m_scanner.peek() == ',' ? m_scanner.position() : -1;
            mayGoOn = m_scanner.take(',');
        }
    }

    Json5Scanner m_scanner;
};

} // namespace

const Json5Member* Json5Value::find(QStringView name) const
{
    for (auto it = members.rbegin(); it != members.rend(); ++it) {
        if (it->name == name) {
            return &*it;
        }
    }
    return nullptr;
}

QJsonValue Json5Value::toJson() const
{
    if (kind == Kind::Object) {
        QJsonObject object;
        for (const Json5Member& member : members) {
            object.insert(member.name, member.value.toJson());
        }
        return object;
    }
    if (kind == Kind::Array) {
        QJsonArray array;
        for (const Json5Value& item : items) {
            array.append(item.toJson());
        }
        return array;
    }
    return scalar;
}

Result<Json5Value> parseJson5(const QByteArray& text)
{
    return Parser(text).document();
}

bool isEmptyJson5(const QByteArray& text)
{
    Json5Scanner scanner(text);
    return scanner.skipSpace() && scanner.atEnd();
}

} // namespace zalo
