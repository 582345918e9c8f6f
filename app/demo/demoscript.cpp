// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "demo/demoscript.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace zalo {
namespace {

constexpr auto CallDeadline = 15s;

// Of simulator/data.
constexpr QLatin1String ShopCustomer { "921115718368007661" };
constexpr QLatin1String PhotoCustomer { "365333052772575247" };
constexpr QLatin1String Company { "385465029173967793" };
constexpr QLatin1String Mother { "414708464012856596" };
constexpr QLatin1String Brother { "368856955043250612" };
constexpr QLatin1String Stranger { "391000000000000088" }; // is in no list of contacts
constexpr QLatin1String FamilyGroup { "772797855570859122" };

DemoMessage direct(std::chrono::milliseconds pause, QLatin1String from, const QString& text)
{
    return { pause, { { u"threadId"_s, from }, { u"content"_s, text } } };
}

DemoMessage family(std::chrono::milliseconds pause, QLatin1String from, const QString& text)
{
    return { pause,
             { { u"threadId"_s, FamilyGroup }, { u"senderId"_s, from }, { u"content"_s, text } } };
}

//! `message` with one more member.
DemoMessage with(DemoMessage message, const QString& name, const QJsonValue& value)
{
    message.message.insert(name, value);
    return message;
}

} // namespace

QList<DemoMessage> demoScript()
{
    return {
        direct(4s, ShopCustomer, u"Chào shop, áo dài màu xanh ngọc còn size M không ạ?"_s),
        with(direct(20s, Stranger, u"Shop ơi, bên mình có giao hàng tới Đà Nẵng không ạ?"_s),
             u"senderName"_s, u"Phạm Thu Hà"_s),
        family(20s, Mother, u"Cuối tuần này cả nhà mình về ăn cơm nhé, mẹ nấu canh chua."_s),
        with(direct(25s, PhotoCustomer, u"Em gửi ảnh mẫu bánh em muốn đặt ạ."_s), u"kind"_s,
             u"photo"_s),
        with(family(30s, Brother, u"Nhắc giúp cả nhà lịch về quê ngày 28 nhé."_s), u"mentionMe"_s,
             true),
        with(direct(20s, Mother, {}), u"kind"_s, u"sticker"_s),
        direct(35s, Company,
               u"Cho mình xin báo giá 50 phần quà Tết, giao trước ngày 20 được không ạ?"_s),
        family(40s, Brother, u"Con đặt vé xe rồi, chiều thứ Sáu con về tới nha mẹ."_s),
        direct(30s, ShopCustomer,
               u"Dạ mình lấy một cái size M nha, mình chuyển khoản rồi. Cảm ơn shop!"_s),
    };
}

QSet<QString> demoStrangers()
{
    return { Stranger };
}

ZcaRequest simulatorCall(const QStringList& arguments)
{
    return { QStringList { u"ctl"_s } + arguments, CallDeadline, CommandClass::Query, {} };
}

} // namespace zalo
