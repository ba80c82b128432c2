// SPDX-License-Identifier: MIT
// Compose files: what is read must fit its place, and a new tag changes nothing but itself.
#include "tests/fuzz/fuzz.h"

#include "core/packages/composeimages.h"

using namespace Slipway;

namespace {

void mustFit(const ComposeImage &image, const QByteArray &bytes)
{
    Fuzz::mustHold(!image.tag.isEmpty() || image.uneditable.has_value(),
                   "a place without a tag says why");
    Fuzz::mustHold(image.line >= 1 && image.line <= bytes.count('\n') + 1,
                   "an image has a line of the file");
    for (const ByteRange &range : {image.tag, image.digest, image.reference})
        Fuzz::mustHold(range.begin >= 0 && range.begin <= range.end && range.end <= bytes.size(),
                       "a range lies in the file");
    if (!image.tag.isEmpty())
        Fuzz::mustHold(QString::fromUtf8(image.tag.of(bytes)) == image.tagText(),
                       "the tag stands where it says");
}

void edit(const QByteArray &bytes, const QList<ComposeImage> &images)
{
    QList<ImageTagChange> changes;
    QList<ImageTagChange> back;
    QByteArray expected = bytes;
    for (auto it = images.crbegin(); it != images.crend(); ++it) {
        if (it->uneditable)
            continue;
        changes.append({it->tag, "12.3-x"});
        expected.replace(it->tag.begin, it->tag.size(), "12.3-x");
    }
    const auto edited = withImageTags(bytes, changes);
    if (!edited)
        return Fuzz::mustHold(edited.error().code() == QLatin1String("compose.edit-unsafe"),
                              "what can be edited can be edited");
    Fuzz::mustHold(*edited == expected, "nothing but the tags changes");
    const auto again = composeImages(*edited);
    Fuzz::mustHold(again.isOk() && again->size() == images.size(), "all images stay");
    for (qsizetype i = 0; i < images.size(); ++i)
        if (!images.at(i).uneditable)
            back.append({again->at(i).tag, images.at(i).tag.of(bytes)});
    const auto undone = withImageTags(*edited, back);
    Fuzz::mustHold(undone.isOk() && *undone == bytes, "the old tags give the old bytes");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = Fuzz::bytesOf(data, size);
    const auto images = composeImages(bytes);
    if (!images) {
        Fuzz::mustHold(!images.error().message().isEmpty(), "an error says what");
        return 0;
    }
    for (const ComposeImage &image : *images)
        mustFit(image, bytes);
    edit(bytes, *images);
    return 0;
}
