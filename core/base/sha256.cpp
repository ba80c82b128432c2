// SPDX-License-Identifier: MIT
#include "core/base/sha256.h"

#include <QByteArray>
#include <array>
#include <openssl/evp.h>

namespace Slipway {

namespace {

/// Found once: each look-up takes longer than the hash of a short text. Before main: libcrypto
/// keeps a state of the thread that looks, and loses it where that thread is still there at the
/// end.
const EVP_MD *const algorithm = ::EVP_MD_fetch(nullptr, "SHA2-256", nullptr);

/// Only a libcrypto without SHA-256 or no memory lets one fail, and then nothing is right.
void require(bool isDone)
{
    if (!isDone)
        qFatal("SHA-256 could not be computed.");
}

} // namespace

struct Sha256::Context
{
    EVP_MD_CTX *state = ::EVP_MD_CTX_new();

    Context() { require(state && ::EVP_DigestInit_ex2(state, algorithm, nullptr) == 1); }
    ~Context() { ::EVP_MD_CTX_free(state); }
    Q_DISABLE_COPY_MOVE(Context)
};

Sha256::Sha256() : m_context(std::make_unique<Context>()) {}

Sha256::~Sha256() = default;

void Sha256::add(QByteArrayView bytes)
{
    require(::EVP_DigestUpdate(m_context->state, bytes.data(), size_t(bytes.size())) == 1);
}

QString Sha256::hex()
{
    std::array<char, 32> digest = {};
    unsigned size = 0;
    require(::EVP_DigestFinal_ex(m_context->state, reinterpret_cast<unsigned char *>(digest.data()),
                                 &size) == 1 &&
            size == digest.size());
    return QString::fromLatin1(QByteArray::fromRawData(digest.data(), digest.size()).toHex());
}

} // namespace Slipway
