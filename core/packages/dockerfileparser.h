// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/mappedbytes.h"

#include <QByteArray>
#include <QList>

namespace Slipway {

/// The text between `<<EOF` and `EOF` of an instruction.
struct DockerfileHeredoc
{
    MappedBytes body; ///< lines ended by '\n', leading tabs gone for `<<-`
    qsizetype begin = 0;
};

/// One instruction of a Dockerfile, its lines joined as the builder joins them.
struct DockerfileInstruction
{
    QByteArray keyword; ///< in capitals
    MappedBytes text;   ///< behind the keyword, with the flags of a RUN still in it
    QList<DockerfileHeredoc> heredocs;
};

/// Splits a Dockerfile into instructions by BuildKit's rules: the escape directive, line ends
/// with blanks behind the escape, comment and empty lines inside an instruction, CRLF, a byte
/// order mark, heredocs of RUN, COPY and ADD. ONBUILD is unwrapped. Total: there is no file
/// that it refuses.
QList<DockerfileInstruction> readDockerfile(const QByteArray &file);

} // namespace Slipway
