// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/handshake.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace zalo {

QByteArray handshakeTranscript(const Handshake& handshake, ProofOf side)
{
    const QStringList lines {
        u"zalo-companion-bridge/1"_s,
        side == ProofOf::Server ? u"server"_s : u"client"_s,
        handshake.role,
        handshake.gatewayId,
        handshake.clientNonce,
        handshake.serverNonce,
        handshake.clientProtocol,
        handshake.serverProtocol,
    };
    return lines.join(u'\n').toUtf8();
}

QString handshakeProof(const QByteArray& key, const Handshake& handshake, ProofOf side)
{
    const QByteArray code = QMessageAuthenticationCode::hash(handshakeTranscript(handshake, side),
                                                             key, QCryptographicHash::Sha256);
    return QString::fromLatin1(code.toBase64());
}

bool sameBytes(const QByteArray& a, const QByteArray& b)
{
    if (a.size() != b.size()) {
        return false;
    }
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        difference |= unsigned(uchar(a[i])) ^ unsigned(uchar(b[i]));
    }
    return difference == 0;
}

QByteArray randomBytes32()
{
    std::array<quint32, 8> words {};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char*>(words.data()), sizeof words);
}

Result<QByteArray> bytes32(const QString& text)
{
    const QByteArray encoded = text.toLatin1();
    const auto decoded =
        QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
    // Encoding it again finds a missing padding and stray bits, which the decoder lets pass.
    if (!decoded || decoded.decoded.size() != 32 || decoded.decoded.toBase64() != encoded) {
        return failure(ErrorKind::BadRequest,
                       u"a key or nonce is 32 bytes in standard Base64 with padding"_s);
    }
    return decoded.decoded;
}

QString keyFingerprint(const QByteArray& key)
{
    return QString::fromLatin1(QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex());
}

bool isGatewayId(QStringView id)
{
    static const QRegularExpression pattern(u"\\A[A-Za-z0-9_-]{16,64}\\z"_s);
    return pattern.match(id).hasMatch();
}

Result<void> checkProtocol(const QString& protocol)
{
    static const QRegularExpression pattern(u"\\A(0|[1-9][0-9]{0,8})\\.(0|[1-9][0-9]{0,8})\\z"_s);
    const auto match = pattern.match(protocol);
    if (!match.hasMatch()) {
        return failure(ErrorKind::BadRequest,
                       u"“protocol” has to be major.minor, like %1"_s.arg(bridgeProtocol()));
    }
    if (match.captured(1) != bridgeProtocol().section(u'.', 0, 0)) {
        return failure(ErrorKind::ForeignProtocol,
                       u"the companion %1, the plugin %2"_s.arg(bridgeProtocol(), protocol));
    }
    return {};
}

} // namespace zalo
