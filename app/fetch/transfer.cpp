// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fetch/transfer.h"

#include "fetch/curl.h"

#include <QRegularExpression>

#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr int MaxRedirects = 5;
constexpr qint64 MaxHeaders = 64 * 1024; // bytes, those of redirects too

QString mimeOf(const char* contentType)
{
    static const QRegularExpression type(u"\\A[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,100}\\z"_s);
    const QString mime = QString::fromLatin1(contentType).section(u';', 0, 0).trimmed().toLower();
    return type.match(mime).hasMatch() ? mime : QString();
}

} // namespace

Transfer::Transfer(quint64 id, FetchRequest request, const Curl& curl, const FetchPolicy& policy,
                   const Timing& timing)
    : m_id(id),
      m_request(std::move(request)),
      m_curl(curl),
      m_policy(policy),
      m_timing(timing),
      m_easy(curl.easyInit()),
      m_resolved(nullptr, { &curl })
{
    for (const QByteArray& entry : policy.resolved) {
        m_resolved.reset(m_curl.slistAppend(m_resolved.release(), entry.constData()));
    }
}

void Transfer::Free::operator()(curl_slist* list) const
{
    curl->slistFreeAll(list);
}

Transfer::~Transfer()
{
    m_curl.easyCleanup(m_easy);
}

Transfer::Clock::time_point Transfer::stallsAt() const
{
    return m_lastByte + m_timing.fetchStall;
}

Result<void> Transfer::prepare()
{
    m_began = Clock::now();
    return m_easy ? prepare(m_request.address) : failure(ErrorKind::Internal, u"curl"_s);
}

Result<void> Transfer::prepare(const QString& address)
{
    Result<FetchAddress> checked = FetchAddress::parse(address, m_policy, m_curl);
    if (!checked) {
        return tl::unexpected(checked.error());
    }
    const auto spent = std::chrono::duration_cast<Timing::ms>(Clock::now() - m_began);
    const auto left = m_timing.fetchTotal - spent;
    if (left.count() <= 0) {
        return failure(ErrorKind::TimedOut, u"download"_s);
    }
    m_curl.easyReset(m_easy);
    m_address = std::move(*checked);
    m_lastByte = Clock::now();
    const auto set = [this](CURLoption option, auto value) {
        m_curl.easySetopt(m_easy, option, value);
    };
    set(CURLOPT_CURLU, m_address->handle());
    set(CURLOPT_PROTOCOLS_STR, "https");
    set(CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_USERAGENT, "Mozilla/5.0");
    // Redirects are followed here, each address checked like the first. No proxy: it would resolve
    // the name itself and connect where nobody has looked.
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_PROXY, "");
    set(CURLOPT_NOPROXY, "*");
    // Each connection is a new one, to an address that was asked about. No cookies, no netrc, no
    // decoding of compressed bodies: none of them is on by itself.
    set(CURLOPT_FRESH_CONNECT, 1L);
    set(CURLOPT_FORBID_REUSE, 1L);
    set(CURLOPT_DNS_CACHE_TIMEOUT, 0L);
    set(CURLOPT_OPENSOCKETFUNCTION, &Transfer::onSocket);
    set(CURLOPT_OPENSOCKETDATA, this);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_QUICK_EXIT, 1L); // the end does not wait for a name service that is silent
    set(CURLOPT_CONNECTTIMEOUT_MS, long(m_timing.fetchConnect.count()));
    set(CURLOPT_TIMEOUT_MS, long(left.count()));
    set(CURLOPT_MAXFILESIZE_LARGE, curl_off_t(m_request.maxBytes));
    set(CURLOPT_HEADERFUNCTION, &Transfer::onHeader);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, &Transfer::onBody);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_PRIVATE, this);
    if (!m_policy.caFile.isEmpty()) {
        set(CURLOPT_CAINFO, m_policy.caFile.toUtf8().constData());
    }
    set(CURLOPT_RESOLVE, m_resolved.get());
    return {};
}

std::optional<Result<Fetched>> Transfer::finished(int code)
{
    if (code != CURLE_OK || m_error) {
        return tl::unexpected(errorOf(code));
    }
    const char* redirect = nullptr;
    m_curl.easyGetinfo(m_easy, CURLINFO_REDIRECT_URL, &redirect);
    if (redirect) {
        if (++m_redirects > MaxRedirects) {
            return failure(ErrorKind::AddressRefused, u"too many redirects"_s);
        }
        if (const Result<void> next = prepare(QString::fromUtf8(redirect)); !next) {
            return tl::unexpected(next.error());
        }
        return std::nullopt;
    }
    if (status() != 200) {
        return failure(ErrorKind::DownloadFailed, u"HTTP %1"_s.arg(status()));
    }
    return whole();
}

long Transfer::status() const
{
    long status = 0;
    m_curl.easyGetinfo(m_easy, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

Result<Fetched> Transfer::whole()
{
    // An empty file is one, too.
    if (!m_request.file.isEmpty()) {
        const Result<void> kept =
            (m_file.isOpen() ? Result<void>() : m_file.open(m_request.file)).and_then([this] {
                return m_file.finish();
            });
        if (!kept) {
            return tl::unexpected(kept.error());
        }
    }
    const char* contentType = nullptr;
    m_curl.easyGetinfo(m_easy, CURLINFO_CONTENT_TYPE, &contentType);
    return Fetched { std::move(m_bytes), mimeOf(contentType) };
}

Error Transfer::errorOf(int code) const
{
    if (m_error) {
        return *m_error;
    }
    switch (code) {
    case CURLE_FILESIZE_EXCEEDED:
        return { ErrorKind::DownloadTooLarge, QString::number(m_request.maxBytes) };
    case CURLE_OPERATION_TIMEDOUT:
        return { ErrorKind::TimedOut, u"download"_s };
    case CURLE_COULDNT_CONNECT:
        if (m_isBlocked) {
            return { ErrorKind::AddressRefused, u"not a public address"_s };
        }
        break;
    default:
        break;
    }
    return { ErrorKind::DownloadFailed,
             QString::fromUtf8(m_curl.easyStrerror(static_cast<CURLcode>(code))) };
}

bool Transfer::takeHeader(const QByteArray& line)
{
    m_lastByte = Clock::now();
    m_headers += line.size();
    const QByteArray small = line.trimmed().toLower();
    const bool isEncoded = small.startsWith("content-encoding:")
        && small.mid(small.indexOf(':') + 1).trimmed() != "identity";
    // Nothing was asked for but the file as it is; what unpacks to more is nobody's picture.
    if (m_headers > MaxHeaders || isEncoded) {
        m_error = Error { ErrorKind::DownloadFailed,
                          isEncoded ? u"an encoded answer"_s : u"endless headers"_s };
    }
    return !m_error;
}

bool Transfer::takeBody(const char* bytes, size_t size)
{
    m_lastByte = Clock::now();
    m_received += qint64(size);
    if (m_received > m_request.maxBytes) {
        m_error = Error { ErrorKind::DownloadTooLarge, QString::number(m_request.maxBytes) };
        return false;
    }
    if (status() != 200) {
        return true; // words that go with a redirect or an error
    }
    if (m_request.file.isEmpty()) {
        m_bytes.append(bytes, qsizetype(size));
        return true;
    }
    const Result<void> written =
        (m_file.isOpen() ? Result<void>() : m_file.open(m_request.file)).and_then([&] {
            return m_file.write(bytes, size);
        });
    if (!written) {
        m_error = written.error();
    }
    return written.has_value();
}

size_t Transfer::onHeader(char* bytes, size_t size, size_t count, void* self)
{
    const QByteArray line(bytes, qsizetype(size * count));
    return static_cast<Transfer*>(self)->takeHeader(line) ? size * count : 0;
}

size_t Transfer::onBody(char* bytes, size_t size, size_t count, void* self)
{
    // What is not all of it is an error to curl, also where it is nothing of nothing.
    return static_cast<Transfer*>(self)->takeBody(bytes, size * count) ? size * count
                                                                       : CURL_WRITEFUNC_ERROR;
}

//! The address that is asked about is the one that curl connects the socket to.
int Transfer::onSocket(void* self, int purpose, curl_sockaddr* address)
{
    auto* transfer = static_cast<Transfer*>(self);
    if (purpose != CURLSOCKTYPE_IPCXN
        || !transfer->m_policy.mayConnect(QHostAddress(&address->addr))) {
        transfer->m_isBlocked = true;
        return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

} // namespace zalo
