// SPDX-License-Identifier: MIT
#include "core/packages/composeimages.h"

#include "core/packages/composeinterpolation.h"
#include "core/packages/filelines.h"
#include "core/yaml/yamlitems.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace Slipway {

namespace {

using Kind = YamlItem::Kind;

/// The services of one document, with merges and "extends" followed within it.
class ComposeServices final
{
public:
    ComposeServices(const YamlItems &yaml, int root) : m_yaml(yaml)
    {
        const int services = lookUp(root, "services");
        QSet<int> seen;
        if (services >= 0)
            gather(services, &seen);
        else
            gatherFirstFormat(root);
    }

    const QStringList &names() const { return m_names; }

    /// The scalar that says which image; -1 if there is none in this file.
    int image(const QString &service) const { return member(service, "image"); }
    bool isBuilt(const QString &service) const { return member(service, "build") >= 0; }
    bool saysTwice(const QString &service, const char *key) const
    {
        return m_yaml.count(m_yaml.resolved(m_nodes.value(service, -1)), key) > 1;
    }

private:
    /// A key of a map or of what is merged into it, resolved; -1 if there is none.
    int lookUp(int node, const char *key) const
    {
        QSet<int> seen;
        return lookUp(node, key, &seen);
    }

    int lookUp(int node, const char *key, QSet<int> *seen) const
    {
        node = m_yaml.resolved(node);
        if (node < 0 || m_yaml.at(node).kind != Kind::Map || seen->contains(node))
            return -1;
        seen->insert(node);
        const int own = m_yaml.value(node, key);
        if (own >= 0)
            return m_yaml.resolved(own);
        const QList<int> merged = mergedInto(node);
        for (const int other : merged) {
            const int found = lookUp(other, key, seen);
            if (found >= 0)
                return found;
        }
        return -1;
    }

    QList<int> mergedInto(int map) const
    {
        const int merge = m_yaml.resolved(m_yaml.value(map, "<<"));
        if (merge < 0)
            return {};
        return m_yaml.at(merge).kind == Kind::List ? m_yaml.at(merge).children : QList<int>{merge};
    }

    void gather(int node, QSet<int> *seen)
    {
        node = m_yaml.resolved(node);
        if (node < 0 || m_yaml.at(node).kind != Kind::Map || seen->contains(node))
            return;
        seen->insert(node);
        const QList<int> &children = m_yaml.at(node).children;
        for (qsizetype i = 0; i + 1 < children.size(); i += 2)
            if (m_yaml.at(children.at(i)).text != "<<")
                add(children.at(i), children.at(i + 1));
        const QList<int> merged = mergedInto(node);
        for (const int other : merged)
            gather(other, seen);
    }

    void gatherFirstFormat(int root)
    {
        const int map = m_yaml.resolved(root);
        if (map < 0 || m_yaml.at(map).kind != Kind::Map)
            return;
        const QList<int> &children = m_yaml.at(map).children;
        for (qsizetype i = 0; i + 1 < children.size(); i += 2)
            if (lookUp(children.at(i + 1), "image") >= 0 ||
                lookUp(children.at(i + 1), "build") >= 0)
                add(children.at(i), children.at(i + 1));
    }

    void add(int key, int value)
    {
        const QString name = QString::fromUtf8(m_yaml.at(key).text);
        if (m_nodes.contains(name))
            return;
        m_names.append(name);
        m_nodes.insert(name, value);
    }

    /// A member of a service or of the service of this file that it extends.
    int member(const QString &service, const char *key) const
    {
        QSet<QString> seen;
        for (QString name = service; !name.isEmpty() && !seen.contains(name);
             name = extended(name)) {
            seen.insert(name);
            const int found = lookUp(m_nodes.value(name, -1), key);
            if (found >= 0)
                return isNothing(m_yaml.at(found)) ? -1 : found;
        }
        return -1;
    }

    /// Also Compose's own way to take away what another file said.
    static bool isNothing(const YamlItem &item)
    {
        return item.kind == Kind::Null || item.tag == "!reset";
    }

    QString extended(const QString &service) const
    {
        int extends = lookUp(m_nodes.value(service, -1), "extends");
        if (extends >= 0 && m_yaml.at(extends).kind == Kind::Map) {
            if (lookUp(extends, "file") >= 0)
                return {};
            extends = lookUp(extends, "service");
        }
        return extends >= 0 ? QString::fromUtf8(m_yaml.at(extends).text) : QString();
    }

    const YamlItems &m_yaml;
    QStringList m_names;
    QHash<QString, int> m_nodes;
};

/// The parts of a reference, as ranges of its text.
struct ReferenceParts
{
    ByteRange name;
    ByteRange tag;
    ByteRange digest;
};

ReferenceParts partsOf(const QByteArray &text)
{
    const qsizetype at = text.indexOf('@');
    const qsizetype end = at < 0 ? text.size() : at;
    const qsizetype colon = text.left(end).lastIndexOf(':');
    const bool hasTag = colon > text.left(end).lastIndexOf('/');
    ReferenceParts parts;
    parts.name = {0, hasTag ? colon : end};
    parts.tag = {hasTag ? colon + 1 : end, end};
    parts.digest = {at < 0 ? end : at + 1, text.size()};
    return parts;
}

bool fits(const QByteArray &text, const QRegularExpression &whole)
{
    return whole.match(QString::fromLatin1(text)).hasMatch();
}

bool isTag(const QByteArray &text)
{
    static const QRegularExpression whole(
        QStringLiteral("\\A[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}\\z"));
    return fits(text, whole);
}

bool isDigest(const QByteArray &text)
{
    static const QRegularExpression whole(
        QStringLiteral("\\A[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-fA-F]{32,512}\\z"));
    return fits(text, whole);
}

/// "host:port/path/name" with the host as a person writes it.
bool isName(const QByteArray &text)
{
    static const QString part = QStringLiteral("[a-z0-9]+(?:(?:\\.|_{1,2}|-+)[a-z0-9]+)*+");
    static const QRegularExpression whole(
        QStringLiteral("\\A(?:(?:[A-Za-z0-9.-]+|\\[[0-9a-fA-F:]+\\])(?::[0-9]+)?/)?") + part +
        QStringLiteral("(?:/") + part + QStringLiteral(")*+\\z"));
    return text.size() <= 512 && fits(text, whole);
}

/// Reads what one scalar says.
class ImageReader final
{
public:
    ImageReader(const QByteArray &file, const FileLines &lines, const YamlItem &item)
        : m_file(file), m_lines(lines), m_item(item)
    {
        m_value = interpolateDefaults(written());
        m_parts = partsOf(m_value.text.text());
    }

    ComposeImage read()
    {
        ComposeImage image;
        const QByteArray &text = m_value.text.text();
        image.image = QString::fromUtf8(text);
        image.defaults = m_value.defaults;
        image.defaults.removeDuplicates();
        image.reference = m_reference;
        image.line = m_item.textBegin < 0 ? m_item.line : m_lines.lineOf(m_item.textBegin);
        image.link = linkAbove(image.line);
        if (isPlaced(m_parts.digest))
            image.digest = m_value.text.inFile(m_parts.digest);
        image.uneditable = obstacle();
        const bool isPinned = image.uneditable && image.uneditable->code() == u"compose.digest" &&
                              isPlaced(m_parts.tag);
        if (!image.uneditable || isPinned)
            image.tag = m_value.text.inFile(m_parts.tag);
        return image;
    }

private:
    /// The value as written, each byte with its place, or with none if it is escaped.
    MappedBytes written()
    {
        QByteArray text = m_item.text;
        while (text.endsWith('\n'))
            text.chop(1);
        if (m_item.textBegin >= 0) {
            m_reference = {m_item.textBegin, m_item.textBegin + text.size()};
            return MappedBytes::of(m_file, m_reference);
        }
        MappedBytes unplaced;
        for (const char byte : std::as_const(text))
            unplaced.append(byte, {0, 0});
        return unplaced;
    }

    bool isPlaced(ByteRange range) const
    {
        return !range.isEmpty() && m_value.text.isUnbroken(range);
    }

    std::optional<Error> obstacle() const
    {
        const QByteArray &text = m_value.text.text();
        if (!m_value.unknown.isEmpty())
            return Error(QStringLiteral("compose.variable"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "The image comes from the variable %1, which has no "
                                           "default here. Edit it where it is set."),
                         {m_value.unknown.join(QStringLiteral(", "))});
        if (!isName(m_parts.name.of(text)) ||
            (!m_parts.tag.isEmpty() && !isTag(m_parts.tag.of(text))))
            return Error(QStringLiteral("compose.bad-reference"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "\"%1\" cannot be read as an image such as "
                                           "mongo:7.0. Correct it first."),
                         {QString::fromUtf8(text.left(300))});
        if (!m_parts.digest.isEmpty())
            return Error(QStringLiteral("compose.digest"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "The image is pinned by a digest, which belongs to this "
                                           "tag alone. Change both together."));
        if (m_parts.tag.isEmpty())
            return Error(QStringLiteral("compose.no-tag"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "The image has no tag, which means latest. Write a tag "
                                           "first."));
        if (!isPlaced(m_parts.tag))
            return Error(QStringLiteral("compose.split"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "The tag is split over lines or variables, or escaped. "
                                           "Edit it by hand."));
        return {};
    }

    /// The first address in the comment lines that stand right above a line.
    QString linkAbove(int line) const
    {
        static const QRegularExpression address(QStringLiteral("https?://[^\\s<>\"']+"));
        QString found;
        for (; line > 1; --line) {
            const qsizetype begin = m_lines.startOf(line - 1);
            const QByteArray above = m_file.mid(begin, m_lines.startOf(line) - begin).trimmed();
            if (!above.startsWith('#'))
                break;
            const auto match = address.match(QString::fromUtf8(above));
            if (match.hasMatch())
                found = match.captured();
        }
        return found;
    }

    const QByteArray &m_file;
    const FileLines &m_lines;
    const YamlItem &m_item;
    ByteRange m_reference;
    Interpolated m_value;
    ReferenceParts m_parts;
};

void refuse(ComposeImage *image, const Error &why)
{
    image->uneditable = why;
    image->tag = {};
}

Error builtError()
{
    return Error(QStringLiteral("compose.built"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "The image is built by this file: it is a product, and no "
                                   "registry has a newer one."));
}

Error twiceError()
{
    return Error(QStringLiteral("compose.duplicate-key"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "The key 'image' stands here twice. Keep one of the two."));
}

/// The images of one document, by the number of their scalar.
QMap<int, ComposeImage> imagesOf(const QByteArray &file, const FileLines &lines,
                                 const YamlItems &yaml, const ComposeServices &services)
{
    QMap<int, ComposeImage> images;
    QSet<QString> products;
    for (const QString &service : services.names()) {
        const int node = services.image(service);
        if (node < 0 || yaml.at(node).kind != Kind::Scalar)
            continue;
        if (!images.contains(node)) {
            images.insert(node, ImageReader(file, lines, yaml.at(node)).read());
            images[node].service = service;
        } else {
            images[node].others.append(service);
        }
        if (services.saysTwice(service, "image"))
            refuse(&images[node], twiceError());
        if (services.isBuilt(service))
            products.insert(images.value(node).image);
    }
    for (ComposeImage &image : images) {
        image.isBuilt = products.contains(image.image);
        if (image.isBuilt)
            refuse(&image, builtError());
    }
    return images;
}

Result<QList<ComposeImage>> imagesIn(const QByteArray &bytes, const YamlItems &yaml)
{
    const FileLines lines(bytes);
    QMap<int, ComposeImage> all;
    bool hasServices = false;
    for (const int root : yaml.documents) {
        const ComposeServices services(yaml, root);
        hasServices = hasServices || !services.names().isEmpty();
        all.insert(imagesOf(bytes, lines, yaml, services));
    }
    if (!hasServices)
        return Error(QStringLiteral("compose.no-services"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The file names no services, as a compose file does."));
    return all.values();
}

/// A replacement of bytes.
struct Replacement
{
    ByteRange range;
    QByteArray text;
};

Error editError(const char *code, const char *pattern, const QStringList &arguments = {})
{
    return Error(QString::fromLatin1(code), pattern, arguments);
}

Result<QList<Replacement>> replacementsOf(const QList<ComposeImage> &images,
                                          const QList<ImageTagChange> &changes)
{
    QList<Replacement> all;
    for (const ImageTagChange &change : changes) {
        if (!isTag(change.tag) || (!change.digest.isEmpty() && !isDigest(change.digest)))
            return editError("compose.bad-tag",
                             QT_TRANSLATE_NOOP("Slipway::Error",
                                               "\"%1\" cannot be a tag or digest of an image."),
                             {QString::fromUtf8((change.tag + ' ' + change.digest).left(300))});
        const auto image =
            std::find_if(images.begin(), images.end(), [&](const ComposeImage &candidate) {
                return !candidate.tag.isEmpty() && candidate.tag == change.place;
            });
        const bool isPinned = image != images.end() && !image->digest.isEmpty();
        if (image == images.end() || isPinned == change.digest.isEmpty())
            return editError(
                "compose.no-such-place",
                QT_TRANSLATE_NOOP("Slipway::Error",
                                  "The file has no tag to change there: it changed, or a digest "
                                  "belongs to the tag. Read it again."));
        all.append({image->tag, change.tag});
        if (isPinned)
            all.append({image->digest, change.digest});
    }
    std::sort(all.begin(), all.end(), [](const Replacement &a, const Replacement &b) {
        return a.range.begin < b.range.begin;
    });
    return all;
}

/// True if nothing but the texts at these places differs, and the places say the new texts.
bool readsAsMeant(const YamlItems &before, const YamlItems &after,
                  const QList<Replacement> &replacements)
{
    if (before.items.size() != after.items.size() || before.documents != after.documents)
        return false;
    for (qsizetype i = 0; i < before.items.size(); ++i) {
        const YamlItem &old = before.items.at(i);
        const YamlItem &now = after.items.at(i);
        QByteArray text = old.text;
        const ByteRange whole = {old.textBegin, old.textBegin + old.text.size()};
        for (auto it = replacements.crbegin(); old.textBegin >= 0 && it != replacements.crend();
             ++it)
            if (it->range.begin >= whole.begin && it->range.end <= whole.end)
                text.replace(it->range.begin - whole.begin, it->range.size(), it->text);
        if (now.kind != old.kind || now.tag != old.tag || now.target != old.target ||
            now.children != old.children || now.text != text)
            return false;
    }
    return true;
}

} // namespace

QString ComposeImage::tagText() const
{
    const QByteArray text = image.toUtf8();
    return QString::fromUtf8(partsOf(text).tag.of(text));
}

QString ComposeImage::name() const
{
    const QByteArray text = image.toUtf8();
    return QString::fromUtf8(partsOf(text).name.of(text));
}

Result<QList<ComposeImage>> composeImages(const QByteArray &bytes)
{
    const auto yaml = readYamlItems(bytes, {});
    if (!yaml)
        return yaml.error();
    return imagesIn(bytes, *yaml);
}

Result<QByteArray> withImageTags(const QByteArray &bytes, const QList<ImageTagChange> &changes)
{
    const auto before = readYamlItems(bytes, {});
    const auto images =
        before ? imagesIn(bytes, *before) : Result<QList<ComposeImage>>(before.error());
    const auto replacements =
        images ? replacementsOf(*images, changes) : Result<QList<Replacement>>(images.error());
    if (!replacements)
        return replacements.error();
    QByteArray edited;
    qsizetype done = 0;
    for (const Replacement &replacement : *replacements) {
        edited += bytes.mid(done, replacement.range.begin - done) + replacement.text;
        done = replacement.range.end;
    }
    edited += bytes.mid(done);
    const auto after = readYamlItems(edited, {});
    if (!after || !readsAsMeant(*before, *after, *replacements))
        return editError("compose.edit-unsafe",
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "The tags could not be changed safely: the edited file "
                                           "would not read as meant. Edit it by hand."));
    return edited;
}

} // namespace Slipway
