// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// An attacker beside an honest Gateway: it has seen all that both sides said, has any id, nonce,
// key and proof that was shown or that it makes up, and as many connections as it likes. It never
// comes in. Each byte is a deed.

#include "bridge/association.h"
#include "bridge/bridgeconnection.h"
#include "bridge/handshake.h"
#include "fakesecretstore.h"
#include "fuzztarget.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QTemporaryDir>

#include <memory>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

using namespace zalo;
using namespace Qt::StringLiterals;

namespace {

const QString KnownId = u"gateway-0123456789"_s;
const QString StrangeId = u"gateway-9876543210"_s;
constexpr size_t MaxConnections = 4;

QString base64(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

//! A companion that knows one Gateway.
struct World
{
    World()
        : association(folder.filePath(u"gateways.json"_s), secrets)
    {
        timing.refusalPause = std::chrono::milliseconds(0);
        fuzz::ensure(association.start().has_value());
        bool isIn = false;
        association.associate(&association, KnownId, u"Shop"_s, key,
                              [&isIn](const Result<void>& done) { isIn = done.has_value(); });
        while (!isIn) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
    }

    QTemporaryDir folder;
    FakeSecretStore secrets;
    Timing timing;
    MethodRegistry methods;
    RefusalPauses pauses { std::chrono::milliseconds(0) };
    QByteArray key = QByteArray(32, 'k');
    Association association;
};

//! One connection, with the attacker at its other end.
class Connection
{
public:
    explicit Connection(World& world)
    {
        int ends[2];
        fuzz::ensure(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends)
                     == 0);
        m_end = ends[1];
        auto* socket = new QLocalSocket;
        fuzz::ensure(socket->setSocketDescriptor(ends[0]));
        const BridgeConnection::Shared shared {
            world.methods, world.association,           world.timing,
            world.pauses,  std::make_shared<PeerLog>(), [](const BridgePeer&) { return true; }
        };
        m_connection = std::make_unique<BridgeConnection>(socket, shared, nullptr);
        m_connection->start();
    }
    ~Connection() { ::close(m_end); }
    Q_DISABLE_COPY_MOVE(Connection)

    void say(const QByteArray& line)
    {
        if (::write(m_end, line.constData(), size_t(line.size())) < 0) {
            return; // it was closed
        }
        for (int i = 0; i < 8; ++i) {
            QCoreApplication::processEvents();
        }
    }
    void call(const QString& method, const QJsonObject& params)
    {
        say(rpcRequest(++m_lastId, method, params));
    }
    //! What the companion answered since.
    [[nodiscard]] QByteArray hear()
    {
        QByteArray heard(64 * 1024, '\0');
        const ssize_t count = ::read(m_end, heard.data(), size_t(heard.size()));
        return heard.left(qMax(qsizetype(count), qsizetype(0)));
    }
    [[nodiscard]] bool isIn() const { return m_connection->isAssociated(); }

private:
    int m_end = -1;
    qint64 m_lastId = 0;
    std::unique_ptr<BridgeConnection> m_connection;
};

class Attacker
{
public:
    explicit Attacker(World& world)
        : m_world(world)
    { }

    void run(fuzz::Input& input)
    {
        connectAnew();
        while (!input.isEmpty()) {
            act(input);
        }
    }

private:
    void act(fuzz::Input& input)
    {
        const int deed = input.byte();
        const size_t number = size_t(input.byte());
        Connection& connection = *m_connections.at(number % m_connections.size());
        switch (deed % 8) {
        case 0:
            connectAnew();
            return;
        case 1:
            connection.call(u"hello"_s, hello(KnownId, number));
            break;
        case 2:
            connection.call(u"hello"_s, hello(StrangeId, number));
            break;
        case 3:
            connection.call(u"auth"_s, { { u"proof"_s, any(m_proofs, number) } });
            break;
        case 4:
            connection.call(u"associate"_s, { { u"key"_s, any(m_nonces, number) } });
            break;
        case 5:
            connection.call(u"status.get"_s, {});
            break;
        case 6:
            honestHandshake(number);
            return;
        default:
            connection.say(input.take(deed));
            break;
        }
        learn(connection.hear());
        for (const auto& each : m_connections) {
            fuzz::ensure(!each->isIn());
        }
    }

    void connectAnew()
    {
        if (m_connections.size() == MaxConnections) {
            m_connections.erase(m_connections.begin());
        }
        m_connections.push_back(std::make_unique<Connection>(m_world));
    }

    [[nodiscard]] QJsonObject hello(const QString& id, size_t number)
    {
        static const QStringList roles { u"gateway"_s, u"cli"_s, u"probe"_s };
        return { { u"protocol"_s, bridgeProtocol() },
                 { u"role"_s, roles.at(qsizetype(number % 3)) },
                 { u"gatewayId"_s, id },
                 { u"label"_s, u"Shop"_s },
                 { u"nonce"_s, any(m_nonces, number) } };
    }

    //! The Gateway comes in once more, with the nonce that the attacker would like it to have.
    void honestHandshake(size_t number)
    {
        Connection connection(m_world);
        const QJsonObject said = hello(KnownId, number);
        connection.call(u"hello"_s, said);
        const QJsonObject answer = learn(connection.hear());
        Handshake handshake { said[u"role"].toString(),     KnownId,
                              said[u"nonce"].toString(),    answer[u"nonce"].toString(),
                              said[u"protocol"].toString(), answer[u"protocol"].toString() };
        const QString proof = handshakeProof(m_world.key, handshake, ProofOf::Client);
        connection.call(u"auth"_s, { { u"proof"_s, proof } });
        fuzz::ensure(connection.isIn());
        m_proofs << proof;
    }

    //! Keeps each nonce and proof; gives the last result.
    QJsonObject learn(const QByteArray& heard)
    {
        QJsonObject result;
        const QList<QByteArray> lines = heard.split('\n');
        for (const QByteArray& line : lines) {
            const QJsonObject told = QJsonDocument::fromJson(line)[u"result"].toObject();
            if (told.isEmpty()) {
                continue;
            }
            result = told;
            for (auto [list, name] :
                 { std::pair(&m_nonces, u"nonce"_s), std::pair(&m_proofs, u"proof"_s) }) {
                if (told.contains(name)) {
                    *list << told[name].toString();
                }
            }
        }
        return result;
    }

    [[nodiscard]] static QString any(const QStringList& list, size_t number)
    {
        return list.at(qsizetype(number) % list.size());
    }

    World& m_world;
    std::vector<std::unique_ptr<Connection>> m_connections;
    QStringList m_nonces { base64(QByteArray(32, 'n')), base64(QByteArray(32, 'm')) };
    QStringList m_proofs { base64(QByteArray(32, 'p')) };
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    fuzz::prepare();
    World world;
    fuzz::Input input(data, size);
    Attacker(world).run(input);
    return 0;
}
