// SPDX-License-Identifier: MIT
#pragma once

#include "attemptdir.h"
#include "environment.h"
#include "outcome.h"
#include "outputpump.h"
#include "processtree.h"

namespace Slipway::Exec {

/// Runs the programs of one attempt to their end. One thread, one use.
class Supervisor final
{
public:
    enum class Start
    {
        Running,
        Refused, ///< another supervisor has it, had it, or the console gave it up
        NoRoom,  ///< the disk is too full for what it would have to write
        Failed
    };

    /// The secrets stand in the spec where it needs them; they are only kept out of the output.
    Supervisor(AttemptDir folder, Spec spec, const Secrets &secrets, const std::string &mark);

    /// Takes the lock, reserves what will be needed and writes `started`.
    Start start(std::string &error);
    /// Runs the commands and writes the result; false: it could not be written.
    bool run();

private:
    Start reserve(std::string &error);
    void runCommand(std::size_t index);
    bool startCommand(const CommandSpec &command, std::string &error);
    void watchCommand();
    long long nextLook() const;
    void reap();
    void look();
    void lookForCancel();
    void lookAtPrompts();
    void interrupt();
    void stop(const std::string &how);
    void endTree();
    bool waitForTree(long long ms);
    void nameSurvivors();
    void concludeOutcome();

    AttemptDir m_folder;
    Spec m_spec;
    Environment m_environment;
    ProcessTree m_tree;
    OutputPump m_pump;
    Outcome m_outcome;
    ResultFile m_resultFile;
    Descriptor m_signals; ///< SIGCHLD, and SIGTERM when the machine shuts down
    pid_t m_child = 0;    ///< the command that runs; 0: none
    std::size_t m_index = 0;
    bool m_hasFailed = false;
    bool m_isOver = false;  ///< cancelled or out of time: nothing more is started
    bool m_wasTold = false; ///< by SIGTERM
    bool m_wasTreeEnded = false;
    bool m_hasChildren = false; ///< anything that the programs started lives, or is not reaped
    long long m_deadline = 0;
    long long m_interruptAt = 0;
};

} // namespace Slipway::Exec
