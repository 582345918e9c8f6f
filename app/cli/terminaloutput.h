// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonObject>
#include <QString>

#include <cstdio>

namespace zalo {

//! Writes what a person reads, whoever wrote parts of it: it steers no terminal (shownLines()).
void print(FILE* where, const QString& text);

//! Writes the object to standard output, indented; what would steer a terminal stands in it as
//! escapes of JSON, so that a program reads what there was.
void print(const QJsonObject& object);

} // namespace zalo
