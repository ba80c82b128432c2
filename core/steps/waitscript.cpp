// SPDX-License-Identifier: MIT
#include "core/steps/waitscript.h"

namespace Slipway {

QString waitScript()
{
    // "running" counts only when two looks agree on the start: a container that falls over and
    // is restarted runs too, for a moment.
    return QStringLiteral(R"bash(
engine=$1 project=$2 condition=$3 limit=$4 address=$5 expression=$6
shift 6
of_project=(--filter "label=com.docker.compose.project=$project")

holds() {
    case $condition in
        running) [ "$status" = running ] ;;
        exited) [ "$status" = exited ] ;;
        healthy) [ "$health" = healthy ] ;;
        log) "$engine" logs --since "$started" "$id" 2>&1 | grep -Eq -e "$expression" ;;
    esac
}

look_at_service() {
    local found=
    for id in $("$engine" ps -aq --no-trunc "${of_project[@]}" \
            --filter "label=com.docker.compose.service=$1"); do
        found=yes
        read -r status health started < <("$engine" inspect -f \
            '{{.State.Status}} {{with .State.Health}}{{.Status}}{{else}}-{{end}} {{.State.StartedAt}}' \
            "$id" 2>/dev/null)
        seen+="$1: ${status:-gone}"
        [ "$health" = - ] || seen+=", ${health:-gone}"
        seen+=" since ${started:-?}; "
        holds || reached=
    done
    [ -n "$found" ] || { seen+="$1: no container; "; reached=; }
}

look_at_address() {
    local answer
    if command -v curl >/dev/null; then
        answer=$(curl -s -o /dev/null -w '%{http_code}' --max-time 10 --proto =http,https \
            -- "$address")
    elif wget -q -O /dev/null --timeout=10 --tries=1 -- "$address"; then
        answer=200
    else
        answer=none
    fi
    seen+="$address: $answer; "
    [ "$answer" = 200 ] || reached=
}

SECONDS=0 before=
while :; do
    reached=yes seen=
    for service in "$@"; do look_at_service "$service"; done
    [ -z "$address" ] || look_at_address
    [ "$seen" = "$before" ] || printf '%4ss %s\n' "$SECONDS" "$seen"
    if [ -n "$reached" ]; then
        [ "$condition" = running ] && [ $# -gt 0 ] && [ "$seen" != "$before" ] || exit 0
    fi
    before=$seen
    [ "$SECONDS" -lt "$limit" ] || break
    sleep 1
done

printf 'not so after %s seconds\n' "$limit"
if [ -n "$project" ]; then
    for id in $("$engine" ps -aq "${of_project[@]}"); do
        printf '\n== '
        "$engine" inspect -f '{{.Name}}: {{.State.Status}}, status {{.State.ExitCode}}' "$id"
        "$engine" logs --tail 20 "$id" 2>&1
    done
fi
exit 75
)bash");
}

} // namespace Slipway
