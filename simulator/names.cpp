// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "names.h"

#include <QStringBuilder>

#include <array>

namespace zalo::sim {

namespace {

constexpr std::array family { "Nguyễn", "Trần", "Lê",    "Phạm", "Hoàng", "Huỳnh",
                              "Phan",   "Vũ",   "Võ",    "Đặng", "Bùi",   "Đỗ",
                              "Hồ",     "Ngô",  "Dương", "Lý",   "Trịnh", "Đinh" };
constexpr std::array middle { "Văn",    "Thị",  "Đức", "Minh", "Hữu", "Ngọc", "Thanh", "Quốc",
                              "Phương", "Xuân", "Kim", "Hoài", "Bảo", "Gia",  "Thùy",  "Khánh" };
constexpr std::array given { "An",   "Bình", "Châu", "Dũng",  "Giang", "Hà",   "Hải",  "Hạnh",
                             "Hiếu", "Hoa",  "Hùng", "Hương", "Khoa",  "Lan",  "Linh", "Long",
                             "Mai",  "My",   "Nam",  "Nga",   "Nhung", "Oanh", "Phúc", "Quân",
                             "Sơn",  "Tâm",  "Thảo", "Thư",   "Trang", "Trí",  "Tú",   "Uyên",
                             "Vân",  "Việt", "Vy",   "Yến",   "Đạt",   "Ánh" };
constexpr std::array suffix { " 🌸",           " ✨",          " (Cty ABC)",
                              " Bđs Thủ Đức", " ☎️0901", " 👨‍👩‍👧" };
constexpr std::array odd { "<b>O'Brien & \"Sons\"</b>", "Shop \"Hoa & Quả\" <Sỉ/Lẻ>",
                           "Nhà hàng D'Maris 🍜", "Tạp hoá `Cô Ba`" };
constexpr std::array alias { "Mẹ ❤️", "Anh Hai", "Sếp", "Cô giáo chủ nhiệm",
                             "Thợ điện nước" };
constexpr std::array groupKind {
    "Lớp",     "Dự án",           "Hội phụ huynh", "Chung cư",  "Team Marketing 🚀",
    "Đá bóng", "Bán hàng online", "Họ hàng",       "Công đoàn", "Nhóm du lịch Đà Lạt"
};

template <typename List> QByteArray pick(const List& list, quint64 hash, int shift)
{
    return list[size_t(hash >> shift) % list.size()];
}

QByteArray plainName(quint64 hash, int index)
{
    const QByteArray last = ' ' + pick(given, hash, 24);
    if (index % 40 == 7) {
        return "Nguyễn Đức" + last;
    }
    QByteArray name = pick(family, hash, 0) + ' ' + pick(middle, hash, 12) + last;
    if ((hash >> 36) % 6 == 0) {
        name += pick(suffix, hash, 44);
    }
    return name;
}

} // namespace

QByteArray personName(quint64 hash, quint64 previous, int index)
{
    if (index % 40 == 5) {
        return pick(odd, hash, 0);
    }
    return index % 40 == 11 ? plainName(previous, index - 1) : plainName(hash, index);
}

QByteArray aliasOf(const QByteArray& name, int index)
{
    return index % 40 == 3 ? pick(alias, quint64(index), 3) : name;
}

QByteArray groupName(quint64 hash, int index)
{
    return pick(groupKind, hash, 8) + ' ' + QByteArray::number(index + 1);
}

} // namespace zalo::sim
