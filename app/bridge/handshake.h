// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

namespace zalo {

//! The protocol that this program speaks (PROTOCOL.md).
[[nodiscard]] inline QString bridgeProtocol()
{
    using namespace Qt::StringLiterals;
    return u"1.0"_s;
}

//! What both sides of a handshake have said: the material of the proofs.
struct Handshake
{
    QString role;
    QString gatewayId;
    QString clientNonce; //!< Base64 as sent
    QString serverNonce; //!< Base64 as sent
    QString clientProtocol;
    QString serverProtocol;
};

enum class ProofOf
{
    Server,
    Client
};

//! The text that is signed (PROTOCOL.md, auth).
[[nodiscard]] QByteArray handshakeTranscript(const Handshake& handshake, ProofOf side);

//! Base64 of the HMAC-SHA256 of the transcript with the Gateway's 32-byte key.
[[nodiscard]] QString handshakeProof(const QByteArray& key, const Handshake& handshake,
                                     ProofOf side);

//! Compares without telling by its duration where the first difference is.
[[nodiscard]] bool sameBytes(const QByteArray& a, const QByteArray& b);

//! 32 random bytes from the system's source.
[[nodiscard]] QByteArray randomBytes32();

//! The 32 bytes of a key or nonce; BadRequest when `text` is not standard Base64 with padding of 32
//! bytes.
[[nodiscard]] Result<QByteArray> bytes32(const QString& text);

//! SHA-256 of a key, in hex: tells keys apart without holding them.
[[nodiscard]] QString keyFingerprint(const QByteArray& key);

//! 16 to 64 of `[A-Za-z0-9_-]`.
[[nodiscard]] bool isGatewayId(QStringView id);

//! Nothing where we can speak with `protocol` ("major.minor"), ForeignProtocol with both versions
//! as detail, or BadRequest.
[[nodiscard]] Result<void> checkProtocol(const QString& protocol);

} // namespace zalo
