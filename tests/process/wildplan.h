// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

/// What one process of a wild tree does to be hard to end.
struct WildNode
{
    enum class Life
    {
        Idle,
        Stopped,    ///< stops itself
        AtTerminal, ///< waits for a terminal that it took for its own, if there is one
        Chain,      ///< forks and ends, for ever: each process of it lives for a moment
        Breeder,    ///< starts a child again whenever one is ended
        Reborn      ///< answers TERM by starting children that ignore it
    };
    int parent = -1;
    bool newSession = false;
    bool newGroup = false;
    bool doubleFork = false;
    bool deaf = false;      ///< ignores TERM, HUP, INT
    bool nameless = false;  ///< with an empty environment, so that no mark is left
    bool adopts = false;    ///< a subreaper of its own
    bool disguised = false; ///< takes a name that breaks naive readers of /proc/PID/stat
    Life life = Life::Idle;
    int pauseUs = 0; ///< between two processes of a chain
};

/// The seed of a tree of one program and one chain that never rests.
inline constexpr std::uint64_t restlessSeed = 1'000'000;

/// A tree of seeded random shape: the same for the program that grows it and the test that
/// counts it. Node 0 is the program that the supervisor starts.
inline std::vector<WildNode> wildPlan(std::uint64_t seed)
{
    auto draw = [state = seed * 2 + 1](std::uint64_t below) mutable {
        state += 0x9e3779b97f4a7c15ULL; // splitmix64
        std::uint64_t z = state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return (z ^ (z >> 31)) % below;
    };
    if (seed >= restlessSeed) {
        std::vector<WildNode> two(2);
        two[1].parent = 0;
        two[1].life = WildNode::Life::Chain;
        two[1].newGroup = seed % 2 == 0;
        two[1].deaf = seed % 4 < 2;
        return two;
    }
    std::vector<WildNode> nodes(2 + draw(7));
    bool hasChain = false;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        WildNode &node = nodes[i];
        node.parent = i == 0 ? -1 : static_cast<int>(draw(i));
        node.newSession = draw(3) == 0;
        node.newGroup = draw(3) == 0;
        node.doubleFork = i > 0 && draw(3) == 0;
        node.deaf = draw(6) == 0;
        node.nameless = i > 0 && draw(3) == 0;
        node.adopts = draw(6) == 0;
        node.disguised = draw(4) == 0;
        constexpr int paces[] = {2000, 5000, 20'000, 50'000};
        node.pauseUs = paces[draw(4)];
        node.life = static_cast<WildNode::Life>(draw(6));
        // One restless process a tree, or 200 trees measure the machine instead.
        if (node.life == WildNode::Life::Chain && (hasChain || i == 0))
            node.life = WildNode::Life::Idle;
        hasChain = hasChain || node.life == WildNode::Life::Chain;
    }
    return nodes;
}
