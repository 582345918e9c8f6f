// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

namespace zalo::sim {

//! A PNG of the QR code of `payload`, black on white with its quiet zone. Written without Qt Gui:
//! loading that library would double the time of every `msg send`.
[[nodiscard]] QByteArray qrPng(const QByteArray& payload);

//! The same out of half blocks, for a terminal with light letters on dark ground (zca-cli).
[[nodiscard]] QByteArray qrText(const QByteArray& payload);

} // namespace zalo::sim
