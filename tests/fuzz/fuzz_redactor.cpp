// SPDX-License-Identifier: MIT
// Secrets in output that comes in pieces of any length. The first part of the input is the secrets,
// one a line, the second the output; the first byte of that says how long the pieces are.
#include "tests/fuzz/fuzz.h"

#include "core/process/redactor.h"

using namespace Slipway;

namespace {

std::string textOf(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QList<QByteArray> parts = Fuzz::partsOf(Fuzz::bytesOf(data, size));
    std::vector<std::string> secrets;
    for (const QByteArray &line : parts.first().split('\n')) {
        if (line.size() >= 2)
            secrets.push_back(textOf(line));
    }
    const std::string output = textOf(parts.value(1));
    const std::size_t piece = output.empty() ? 1 : 1 + static_cast<unsigned char>(output[0]) % 16;
    const Redactor redactor(secrets);
    const std::string whole = redactor.redact(output);
    Redactor stream = redactor.anew();
    std::string streamed;
    for (std::size_t at = 0; at < output.size(); at += piece)
        streamed += stream.feed(std::string_view(output).substr(at, piece));
    streamed += stream.finish();
    for (const std::string &secret : secrets) {
        if (secret.find('*') != std::string::npos)
            continue; // the mask itself may complete it
        Fuzz::mustHold(whole.find(secret) == std::string::npos, "no secret is left");
        Fuzz::mustHold(streamed.find(secret) == std::string::npos, "no secret is left in pieces");
    }
    Fuzz::mustHold(secrets.empty() ? streamed == output : streamed.size() <= output.size() * 2 + 3,
                   "what is no secret stays");
    return 0;
}
