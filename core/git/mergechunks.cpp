// SPDX-License-Identifier: MIT
#include "core/git/mergechunks.h"

#include "core/git/gitlibrary.h"

#include <algorithm>

#include <git2.h>

namespace Slipway {

using namespace GitLibrary;

namespace {

/// The longest run of one of the characters that markers are made of.
int longestRun(const QByteArray &text)
{
    int longest = 0;
    int run = 0;
    char last = 0;
    for (const char c : text) {
        const bool isMark = c == '<' || c == '=' || c == '>' || c == '|';
        run = isMark ? (c == last ? run + 1 : 1) : 0;
        last = c;
        longest = std::max(longest, run);
    }
    return longest;
}

git_merge_file_input inputOf(const QByteArray &text)
{
    git_merge_file_input input = GIT_MERGE_FILE_INPUT_INIT;
    input.ptr = text.constData();
    input.size = size_t(text.size());
    input.path = "file";
    input.mode = GIT_FILEMODE_BLOB;
    return input;
}

/// Divides what libgit2 wrote at its markers, which no line of the texts can look like.
QList<MergeChunk> divided(const QByteArray &merged, int size)
{
    QList<MergeChunk> chunks;
    QByteArray *into = nullptr;
    for (qsizetype from = 0; from < merged.size();) {
        const qsizetype end = merged.indexOf('\n', from);
        const QByteArray line = merged.mid(from, end < 0 ? -1 : end + 1 - from);
        from += line.size();
        const auto isMarker = [&](char c) { return line.startsWith(QByteArray(size, c)); };
        if (isMarker('<')) {
            chunks.append(MergeChunk{true, {}, {}, {}, {}});
            into = &chunks.last().ours;
        } else if (isMarker('|')) {
            into = &chunks.last().base;
        } else if (isMarker('=')) {
            into = &chunks.last().theirs;
        } else if (isMarker('>')) {
            into = nullptr;
        } else {
            if (!into && (chunks.isEmpty() || chunks.last().isConflict))
                chunks.append(MergeChunk());
            (into ? *into : chunks.last().text) += line;
        }
    }
    return chunks;
}

/// A marker needs a line of its own, so that a last line without an end was given one.
void takeLineEnd(QByteArray *part, const QByteArray &whole)
{
    if (whole.endsWith('\n') || !part->endsWith('\n'))
        return;
    part->chop(1);
    if (part->endsWith('\r') && !whole.endsWith('\r'))
        part->chop(1);
}

} // namespace

Result<QList<MergeChunk>> mergeChunks(const QByteArray &base, const QByteArray &ours,
                                      const QByteArray &theirs)
{
    ensureStarted();
    const int size = std::max({longestRun(base), longestRun(ours), longestRun(theirs), 6}) + 1;
    if (size > 0xffff)
        return Error(QStringLiteral("git.not-mergeable"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "These files cannot be shown line by line. Take one of them "
                                       "as it is, or mend them by hand."));
    const git_merge_file_input inputs[]{inputOf(base), inputOf(ours), inputOf(theirs)};
    git_merge_file_options options = GIT_MERGE_FILE_OPTIONS_INIT;
    options.flags = GIT_MERGE_FILE_STYLE_DIFF3;
    options.marker_size = static_cast<unsigned short>(size);
    git_merge_file_result result{};
    const int code = git_merge_file(&result, &inputs[0], &inputs[1], &inputs[2], &options);
    if (code != 0)
        return lastError({}, code);
    QList<MergeChunk> chunks = divided(QByteArray(result.ptr, qsizetype(result.len)), size);
    git_merge_file_result_free(&result);
    if (!chunks.isEmpty() && chunks.last().isConflict) {
        takeLineEnd(&chunks.last().ours, ours);
        takeLineEnd(&chunks.last().base, base);
        takeLineEnd(&chunks.last().theirs, theirs);
    }
    return chunks;
}

} // namespace Slipway
