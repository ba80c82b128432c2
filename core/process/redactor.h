// SPDX-License-Identifier: MIT
#pragma once

#include "core/process/secretsearch.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace Slipway {

/// Replaces secrets in a stream by "***". Holds back only the tail of what it was given that
/// may be the beginning of a secret, so that one that is cut between two chunks is found too.
class Redactor final
{
public:
    explicit Redactor(std::vector<std::string> forms)
        : m_search(std::make_shared<const SecretSearch>(std::move(forms)))
    {
    }
    /// For another stream with the same secrets.
    Redactor anew() const { return Redactor(m_search); }

    /// What may be written now; valid until the next call. Without secrets it is the input.
    std::string_view feed(std::string_view input);
    /// The rest, when the stream is over.
    std::string_view finish();
    /// A whole text at once.
    std::string redact(std::string_view text) const;

private:
    explicit Redactor(std::shared_ptr<const SecretSearch> search) : m_search(std::move(search)) {}
    void emit(std::size_t end, const std::vector<SecretSearch::Span> &spans);

    std::shared_ptr<const SecretSearch> m_search;
    std::string m_pending;    ///< not written yet
    std::size_t m_hidden = 0; ///< this much of its beginning was already written as "***"
    std::string m_ready;
};

} // namespace Slipway
