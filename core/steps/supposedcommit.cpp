// SPDX-License-Identifier: MIT
#include "core/steps/supposedcommit.h"

namespace Slipway {

Result<void> supposeCommit(const Intent &intent, const Repository &repository,
                           const StepContext &context, Overlay &overlay)
{
    SupposedCheckout checkout;
    if (const SupposedCheckout *known = context.files.overlay()->checkout(repository.worktree()))
        checkout = *known;
    else
        checkout.base = intent.plan.before[QStringLiteral("commit")].text();
    checkout.worktree = repository.worktree();
    checkout.branch = intent.plan.before[QStringLiteral("branch")].text();
    checkout.newest = shownUnknown(QStringLiteral("steps.%1.outputs.commit").arg(intent.step));
    for (const FileEdit &edit : intent.plan.edits) {
        const auto bytes = edit.after.isEmpty() ? Result<QByteArray>(QByteArray())
                                                : context.objects.read(edit.after);
        if (!bytes)
            return bytes.error();
        checkout.committed.insert(edit.path, edit.after.isEmpty() ? std::optional<QByteArray>()
                                                                  : std::optional(*bytes));
    }
    overlay.putCheckout(checkout);
    return {};
}

} // namespace Slipway
