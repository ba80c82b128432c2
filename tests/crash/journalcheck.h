// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

/// What is wrong with the journal of a run that has succeeded: a broken chain, a step without
/// exactly one success, an answer of a person that counts twice, an effect that failed (unless
/// it may) or was in doubt more often than a person settled it. Empty: nothing. Any thread.
QStringList journalWrongs(const QString &home, const QString &run, int doubts, bool mayFail);
