// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "secrets/filesecretstore.h"

#include "core/atomicfile.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr mode_t PrivateMode = 0600;
const QLatin1String SecretsKey("secrets");

//! Opens the file when it is a plain one, ours and closed to others, which it is made if need be.
//! Null: there is none.
Result<std::unique_ptr<QFile>> openPrivate(const QString& path, uid_t us)
{
    const int fd =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) {
        return errno == ENOENT ? Result<std::unique_ptr<QFile>> {}
                               : failure(ErrorKind::FileUnreadable, path);
    }
    auto file = std::make_unique<QFile>();
    if (!file->open(fd, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(fd);
        return failure(ErrorKind::FileUnreadable, path);
    }
    struct stat info
    {
    };
    const bool ours = ::fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_uid == us;
    if (!ours || ((info.st_mode & 0077) != 0 && ::fchmod(fd, PrivateMode) != 0)) {
        return failure(ErrorKind::FileUnreadable, path);
    }
    return file;
}

} // namespace

FileSecretStore::FileSecretStore(const QString& path, uid_t us, QObject* parent)
    : SecretStore(parent),
      m_path(path),
      m_us(us)
{ }

void FileSecretStore::read(QObject* context, const QString& name, ReadDone done)
{
    auto found = load().map([&](const Secrets& secrets) {
        const auto it = secrets.find(name);
        return it == secrets.end() ? Secret {} : Secret { *it };
    });
    QMetaObject::invokeMethod(
        context, [done = std::move(done), found = std::move(found)] { done(found); },
        Qt::QueuedConnection);
}

void FileSecretStore::write(QObject* context, const QString& name, const QByteArray& value,
                            Done done)
{
    auto written = load().and_then([&](Secrets secrets) {
        secrets.insert(name, value);
        return save(secrets);
    });
    QMetaObject::invokeMethod(
        context, [done = std::move(done), written = std::move(written)] { done(written); },
        Qt::QueuedConnection);
}

void FileSecretStore::remove(QObject* context, const QString& name, Done done)
{
    auto removed = load().and_then(
        [&](Secrets secrets) { return secrets.remove(name) ? save(secrets) : Result<void> {}; });
    QMetaObject::invokeMethod(
        context, [done = std::move(done), removed = std::move(removed)] { done(removed); },
        Qt::QueuedConnection);
}

SecretStatus FileSecretStore::status() const
{
    if (auto secrets = load(); !secrets) {
        return { SecretStatus::Kind::Unavailable,
                 errorText(secrets.error(), TextLanguage::English) };
    }
    return { SecretStatus::Kind::File, u"Keys are kept in the file %1."_s.arg(m_path) };
}

Result<FileSecretStore::Secrets> FileSecretStore::load() const
{
    auto file = openPrivate(m_path, m_us);
    if (!file) {
        return tl::unexpected(file.error());
    }
    Secrets secrets;
    if (!*file) {
        return secrets;
    }
    const QJsonDocument document = QJsonDocument::fromJson((*file)->readAll());
    const QJsonValue stored = document.object().value(SecretsKey);
    // What we cannot read is never written over: it may hold somebody's only key.
    if (!stored.isObject()) {
        return failure(ErrorKind::FileUnreadable, m_path);
    }
    const QJsonObject object = stored.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        secrets.insert(it.key(), QByteArray::fromBase64(it.value().toString().toLatin1()));
    }
    return secrets;
}

Result<void> FileSecretStore::save(const Secrets& secrets) const
{
    QJsonObject object;
    for (auto it = secrets.begin(); it != secrets.end(); ++it) {
        object.insert(it.key(), QString::fromLatin1(it.value().toBase64()));
    }
    return writeFileAtomically(m_path,
                               QJsonDocument(QJsonObject { { SecretsKey, object } }).toJson());
}

} // namespace zalo
