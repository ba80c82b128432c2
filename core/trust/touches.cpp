// SPDX-License-Identifier: MIT
#include "core/trust/touches.h"

#include "core/trust/harmless.h"

#include <QRegularExpression>
#include <algorithm>

namespace Slipway {

namespace {

constexpr qsizetype longestProgram = 4000;

/// A template as its author wrote it.
QString written(const Template &value)
{
    if (const auto constant = value.constant())
        return constant->display();
    QString text;
    for (const Template::Part &part : value.parts())
        text += part.expression ? QStringLiteral("${{ %1 }}").arg(part.expression->text().trimmed())
                                : part.literal;
    return text;
}

void addTexts(const Value &value, QStringList *all)
{
    for (const Value &element : value.list())
        addTexts(element, all);
    for (const Value &member : value.map())
        addTexts(member, all);
    if (!value.isList() && !value.isMap() && !value.display().isEmpty())
        all->append(value.display());
}

/// Every text that stands in it, however deep.
QStringList texts(const Template &value)
{
    QStringList all;
    if (const auto constant = value.constant()) {
        addTexts(*constant, &all);
        return all;
    }
    for (const Template &element : value.elements())
        all += texts(element);
    for (const Template &member : value.members())
        all += texts(member);
    if (!value.parts().isEmpty())
        all.append(written(value));
    return all;
}

/// What a map has under that name, whether anything in it is to be evaluated or not.
Template memberOf(const Template &map, const QString &name)
{
    const auto constant = map.constant();
    return constant ? Template::literal((*constant)[name], map.place()) : map.members().value(name);
}

QStringList namesIn(const Template &map)
{
    const auto constant = map.constant();
    return constant ? QStringList(constant->map().keys()) : QStringList(map.members().keys());
}

/// As a shell would take them; what holds ${{ }} may become anything and stays as it is.
QString commandLine(const QStringList &words)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9_./:=@%+,~-]+\\z"));
    QStringList quoted;
    for (const QString &word : words) {
        const bool isClear = plain.match(word).hasMatch() || word.contains(QLatin1String("${{"));
        QString inside = word;
        quoted.append(isClear ? word
                              : u'\'' + inside.replace(u'\'', QLatin1String("'\\''")) + u'\'');
    }
    return quoted.join(u' ');
}

/// Goes through the steps and notes what each touches.
class Collector
{
public:
    Collector(const Checklist &checklist, const Catalogue &catalogue)
        : m_checklist(checklist), m_catalogue(catalogue)
    {
    }

    Touches collect();

private:
    void addStep(const StepSpec &step);
    void addReached(const StepSpec &step, const Reached &reached);
    void addByType(const StepSpec &step, const ParameterSpec &parameter);
    void addNamed(const StepSpec &step, Reach what, const Template &value);
    void addProgram(const StepSpec &step, const Template &value, bool isShell);
    void addServers(const StepSpec &step, const Template &value);
    void addPlaces(const StepSpec &step, const Template &value);
    void addSecrets(const StepSpec &step, const QList<Expression::Reference> &references);
    void add(const StepSpec &step, Reach what, const Message &text, const Message &note = {});
    QString environmentOf(const StepSpec &step) const;
    Message noteOf(const Template &value) const;

    const Checklist &m_checklist;
    const Catalogue &m_catalogue;
    Touches m_touches;
    QHash<QString, qsizetype> m_known; ///< kind and text -> index
};

Message plainly(const QString &text)
{
    return Message("%1", {text});
}

/// The server of an address; without the user, whose name could pass for it.
QString serverOf(const QString &address)
{
    static const QRegularExpression form(
        QStringLiteral("\\A([A-Za-z][A-Za-z0-9+.-]*://)((?:\\$\\{\\{.*?\\}\\}|[^/?#\\s])*+)"));
    const auto match = form.match(address);
    if (!match.hasMatch())
        return address;
    return match.captured(1) + match.captured(2).section(u'@', -1);
}

bool isEngine(const QString &program)
{
    const QString name = program.section(u'/', -1);
    return name == QLatin1String("docker") || name == QLatin1String("podman") ||
           name == QLatin1String("docker-compose");
}

Touches Collector::collect()
{
    for (const InputSpec &input : m_checklist.inputs) {
        if (input.isSecret())
            add({}, Reach::Secret, plainly(input.name));
    }
    for (const StepSpec &step : m_checklist.steps) {
        addStep(step);
        if (step.undo)
            addStep(step.undoStep());
    }
    return m_touches;
}

void Collector::addStep(const StepSpec &step)
{
    const auto kind = m_catalogue.constFind(step.uses);
    addSecrets(step, step.references());
    if (kind == m_catalogue.cend() || kind->doer != Doer::Machine)
        return; // a person does it, and sees what it says
    bool isToldWhatToRun = false;
    for (const Reached &reached : kind->reaches) {
        addReached(step, reached);
        isToldWhatToRun |= reached.what == Reach::Program && !reached.parameter.isEmpty();
    }
    for (const ParameterSpec &parameter : kind->parameters) {
        const bool isNamed =
            std::any_of(kind->reaches.cbegin(), kind->reaches.cend(), [&](const Reached &reached) {
                return reached.parameter == parameter.name;
            });
        if (!isNamed)
            addByType(step, parameter);
        addServers(step, step.with.value(parameter.name));
        if (isToldWhatToRun)
            addPlaces(step, step.with.value(parameter.name));
    }
    for (const Template &value : step.environment) {
        addServers(step, value);
        addPlaces(step, value);
    }
    if (!step.probe.isNull()) {
        addProgram(step, memberOf(step.probe, QStringLiteral("run")), false);
        addServers(step, step.probe);
        addPlaces(step, step.probe);
    }
}

void Collector::addReached(const StepSpec &step, const Reached &reached)
{
    const auto given = step.with.constFind(reached.parameter);
    const bool isGiven = given != step.with.cend() && !given->isNull();
    if (!isGiven) {
        const bool isProgram = reached.what == Reach::Program;
        const QString before = isProgram ? environmentOf(step) : QString();
        if (*reached.text != 0)
            add(step, reached.what,
                before.isEmpty() ? Message(reached.text)
                                 : plainly(before + QLatin1String(reached.text)));
        m_touches.usesEngine |= isProgram && isEngine(QLatin1String(reached.text));
        return;
    }
    if (reached.what != Reach::Program) {
        addNamed(step, reached.what, *given);
        return;
    }
    const ParameterSpec *parameter = m_catalogue[step.uses].parameter(reached.parameter);
    const Template shell = parameter ? step.with.value(parameter->literalWhen) : Template();
    const auto isSet = shell.constant();
    const Template inside = memberOf(*given, QStringLiteral("run"));
    addProgram(step, inside.isNull() ? *given : inside,
               !shell.isNull() && (!isSet || isSet->flag()));
}

void Collector::addByType(const StepSpec &step, const ParameterSpec &parameter)
{
    const Type type =
        parameter.type.type == Type::List ? parameter.type.element : parameter.type.type;
    const Template value = step.with.value(parameter.name);
    if (type == Type::Directory || type == Type::File || type == Type::Path)
        addNamed(step, Reach::Path, value);
    else if (type == Type::Url)
        addNamed(step, Reach::Host, value);
}

void Collector::addNamed(const StepSpec &step, Reach what, const Template &value)
{
    const QStringList all = texts(value);
    for (const QString &text : all)
        add(step, what, plainly(harmless(what == Reach::Host ? serverOf(text) : text)),
            noteOf(value));
    m_touches.usesEngine |= what == Reach::Image && !all.isEmpty();
}

void Collector::addProgram(const StepSpec &step, const Template &value, bool isShell)
{
    const QStringList words = texts(value);
    if (words.isEmpty())
        return;
    m_touches.usesShell |= isShell;
    m_touches.usesEngine |= isEngine(words.first());
    const QString line =
        isShell ? QLatin1String("bash -c ") + commandLine({words.join(u'\n').trimmed()})
                : commandLine(words);
    add(step, Reach::Program, plainly(harmless(environmentOf(step) + line, true, longestProgram)));
}

/// Those that stand in a text, which a program may be handed.
void Collector::addServers(const StepSpec &step, const Template &value)
{
    static const QRegularExpression server(
        QStringLiteral("[A-Za-z][A-Za-z0-9+.-]*://(?:\\$\\{\\{.*?\\}\\}|[^/?#\\s'\"`<>|;()])++"));
    const QStringList all = texts(value);
    for (const QString &text : all) {
        for (auto it = server.globalMatch(text); it.hasNext();)
            add(step, Reach::Host, plainly(harmless(serverOf(it.next().captured()))));
    }
}

/// Absolute paths and those that lead out of a folder, in what a program is handed.
void Collector::addPlaces(const StepSpec &step, const Template &value)
{
    static const QRegularExpression place(
        QStringLiteral("(?<![^\\s='\"`:,(<>|&;])((?:~[A-Za-z0-9_-]*|\\$HOME|\\$\\{HOME\\}|\\.\\.)?/"
                       "(?:\\$\\{\\{.*?\\}\\}|[^\\s'\"`;|&<>()])*+|~)(?![^\\s'\"`;|&<>)])"));
    const QStringList all = texts(value);
    for (const QString &text : all) {
        for (auto it = place.globalMatch(text); it.hasNext();) {
            const QString path = it.next().captured(1);
            if (!path.startsWith(QLatin1String("//")))
                add(step, Reach::Path, plainly(harmless(path)));
        }
    }
}

void Collector::addSecrets(const StepSpec &step, const QList<Expression::Reference> &references)
{
    for (const Expression::Reference &reference : references) {
        if (reference.path.value(0) == QLatin1String("secrets"))
            add(step, Reach::Secret, plainly(harmless(reference.path.mid(1).join(u'.'))));
    }
}

/// Like a shell's: a variable may say as well which program runs.
QString Collector::environmentOf(const StepSpec &step) const
{
    QMap<QString, Template> variables = step.environment;
    const Template own = step.with.value(QStringLiteral("env"));
    const QStringList names = namesIn(own);
    for (const QString &name : names)
        variables.insert(name, memberOf(own, name));
    QString text;
    for (auto it = variables.cbegin(); it != variables.cend(); ++it)
        text += it.key() + u'=' + commandLine({written(it.value())}) + u' ';
    return harmless(text);
}

/// What an input is where nobody gives another.
Message Collector::noteOf(const Template &value) const
{
    const auto references = value.references();
    if (references.size() != 1 || references.first().path.value(0) != QLatin1String("inputs"))
        return {};
    const InputSpec *input = m_checklist.input(references.first().path.value(1));
    if (!input || !input->defaultValue || input->defaultValue->isNull())
        return {};
    return Message(QT_TRANSLATE_NOOP("Slipway::Message", "%1 unless another is given"),
                   {harmless(input->defaultValue->display(), false, 200)});
}

void Collector::add(const StepSpec &step, Reach what, const Message &text, const Message &note)
{
    const QString key = QString::number(int(what)) + text.english();
    if (!m_known.contains(key)) {
        m_known.insert(key, m_touches.things.size());
        m_touches.things.append({what, text, note, {}, false});
    }
    Touched &touched = m_touches.things[m_known[key]];
    if (!step.id.isEmpty() && !touched.steps.contains(step.id))
        touched.steps.append(step.id);
}

} // namespace

Touches Touches::of(const Checklist &checklist, const Catalogue &catalogue)
{
    return Collector(checklist, catalogue).collect();
}

QList<Touched> Touches::all(Reach what) const
{
    QList<Touched> some;
    std::copy_if(things.cbegin(), things.cend(), std::back_inserter(some),
                 [&](const Touched &touched) { return touched.what == what; });
    return some;
}

void Touches::markNew(const Touches &before)
{
    for (Touched &touched : things)
        touched.isNew =
            std::none_of(before.things.cbegin(), before.things.cend(), [&](const Touched &old) {
                return old.what == touched.what && old.text.english() == touched.text.english();
            });
}

} // namespace Slipway
