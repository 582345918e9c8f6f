// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fulldisk.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

namespace zalo::torture {
namespace {

constexpr char diskSize[] = "mode=0700,size=96m,nr_inodes=8192";
constexpr qint64 megabyte = 1 << 20;

QByteArray files(const QString& path)
{
    return QFile::encodeName(path) + "/files";
}

QByteArray filler(const QString& path)
{
    return QFile::encodeName(path) + "/filler";
}

} // namespace

bool FullDisk::mount(const QString& path)
{
    // Private: what is mounted here is seen by this process and its children alone.
    if (::unshare(CLONE_NEWNS) != 0
        || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0
        || ::mount("tmpfs", QFile::encodeName(path).constData(), "tmpfs", 0, diskSize) != 0) {
        return false;
    }
    m_path = path;
    return true;
}

void FullDisk::unmount()
{
    if (isMounted()) {
        ::umount2(QFile::encodeName(m_path).constData(), MNT_DETACH);
        m_path.clear();
    }
}

void FullDisk::fill() const
{
    const int file = ::open(filler(m_path).constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    off_t end = 0;
    for (qint64 step = megabyte; step >= 4096; step /= 16) {
        while (::posix_fallocate(file, end, step) == 0) {
            end += step;
        }
    }
    ::close(file);
}

void FullDisk::empty() const
{
    ::unlink(filler(m_path).constData());
}

void FullDisk::takeInodes() const
{
    const QByteArray folder = files(m_path);
    ::mkdir(folder.constData(), 0700);
    for (int number = 0;; ++number) {
        const QByteArray name = folder + '/' + QByteArray::number(number);
        const int file = ::open(name.constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        if (file < 0) {
            return;
        }
        ::close(file);
    }
}

void FullDisk::giveInodes() const
{
    QDir(QFile::decodeName(files(m_path))).removeRecursively();
}

} // namespace zalo::torture
