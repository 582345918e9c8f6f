// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/callback.h"

#include <QByteArray>
#include <QString>

namespace zalo {

//! One address to be fetched, with GET.
struct FetchRequest
{
    QString address;
    QString file; //!< what comes is written there, in a folder of ours; empty: it is answered
    qint64 maxBytes = 0;
};

//! What came.
struct Fetched
{
    QByteArray bytes; //!< where no file was named
    QString mime; //!< as the server says, `image/png`; empty: it does not
};

//! Gets files from the web for whoever was told an address by a stranger.
class FileFetcher
{
public:
    virtual ~FileFetcher() = default;

    //! Answered once, on the caller's thread, unless the fetcher is destroyed before. The file,
    //! with mode 0600, is whole and on the disk, or there is none. Errors: AddressRefused (an
    //! address that may not be asked, here or in a redirect), DownloadTooLarge, DownloadFailed
    //! (detail: what the server or the network said), TimedOut, StorageFull, FileUnwritable.
    virtual void fetch(const FetchRequest& request, QObject* context, Callback<Fetched> done) = 0;
};

} // namespace zalo
