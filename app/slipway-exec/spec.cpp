// SPDX-License-Identifier: MIT
#include "spec.h"

#include "json.h"

namespace Slipway::Exec {

namespace {

bool isUsableText(const std::string &text)
{
    return text.find('\0') == text.npos;
}

std::string readCommands(const Json &json, Spec &spec)
{
    for (const Json &item : json.at("commands").items()) {
        CommandSpec command;
        for (const Json &argument : item.at("argv").items()) {
            if (!isUsableText(argument.toText()))
                return "an argument holds a NUL character";
            command.argv.push_back(argument.toText());
        }
        command.captureFile = item.at("captureFile").toText();
        command.runsAlways = item.at("runsAlways").toFlag();
        command.input = item.at("input").toText();
        command.inputSecret = item.at("inputSecret").toText();
        if (command.argv.empty() || command.argv.front().empty())
            return "a command without a program";
        if (command.captureFile.find('/') != std::string::npos)
            return "a capture file outside the attempt's folder";
        spec.commands.push_back(std::move(command));
    }
    return spec.commands.empty() ? "no commands" : "";
}

std::string readEnvironment(const Json &json, Spec &spec)
{
    for (const auto &[name, value] : json.at("environment").members()) {
        const bool isName = !name.empty() && name.find('=') == name.npos && isUsableText(name);
        if (!isName || !isUsableText(value.toText()))
            return "an unusable environment variable";
        spec.environment.emplace(name, value.toText());
    }
    for (const auto &[name, secret] : json.at("secretEnvironment").members()) {
        if (name.empty() || name.find('=') != name.npos || !isUsableText(name))
            return "an unusable environment variable";
        spec.secretEnvironment.emplace(name, secret.toText());
    }
    return "";
}

std::string readPatterns(const Json &json, Spec &spec)
{
    for (const Json &item : json.at("answers").items()) {
        std::optional<Pattern> prompt = Pattern::compile(item.at("prompt").toText());
        if (!prompt)
            return "a prompt that is no regular expression: " + item.at("prompt").toText();
        spec.answers.push_back(
            {std::move(*prompt), item.at("reply").toText(), item.at("secret").toText()});
    }
    const std::string &interrupt = json.at("interruptPattern").toText();
    if (interrupt.empty())
        return "";
    spec.interruptPattern = Pattern::compile(interrupt);
    return spec.interruptPattern ? "" : "an interrupt pattern that is no regular expression";
}

/// Puts the value into `place` where a secret is named.
std::string take(const Secrets &secrets, const std::string &name, std::string &place)
{
    if (name.empty())
        return "";
    const auto found = secrets.find(name);
    if (found == secrets.end())
        return "The secret " + name + " was not handed over.";
    place = found->second;
    return "";
}

} // namespace

bool Spec::fillIn(const Secrets &secrets, std::string &error)
{
    error.clear();
    for (const auto &[variable, name] : secretEnvironment)
        error += take(secrets, name, environment[variable]);
    for (AnswerSpec &answer : answers)
        error += take(secrets, answer.secret, answer.reply);
    for (CommandSpec &command : commands)
        error += take(secrets, command.inputSecret, command.input);
    return error.empty();
}

std::optional<Spec> Spec::parse(const std::string &bytes, std::string &error)
{
    const std::optional<Json> json = Json::parse(bytes);
    if (!json || !json->isObject()) {
        error = "spec.json is no JSON object";
        return std::nullopt;
    }
    Spec spec;
    spec.directory = json->at("directory").toText();
    spec.terminal = json->at("terminal").toFlag();
    spec.timeoutMs = json->at("timeoutMs").toNumber(spec.timeoutMs);
    spec.promptWaitMs = json->at("promptWaitMs").toNumber(spec.promptWaitMs);
    spec.interruptAfterMs = json->at("interruptAfterMs").toNumber(spec.interruptAfterMs);
    spec.maxLogBytes = json->at("maxLogBytes").toNumber(spec.maxLogBytes);
    error = readCommands(*json, spec);
    if (error.empty())
        error = readEnvironment(*json, spec);
    if (error.empty())
        error = readPatterns(*json, spec);
    if (error.empty() && !spec.directory.starts_with('/'))
        error = "the working folder is no absolute path";
    if (!error.empty()) {
        error = "spec.json: " + error;
        return std::nullopt;
    }
    return spec;
}

} // namespace Slipway::Exec
