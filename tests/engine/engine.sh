# Sourced by ./dev: starts a Docker engine when none answers, and ends it again with the script.

engine_answers() { docker version >/dev/null 2>&1; }

engine_pid=
start_engine() {
    engine_answers && return 0
    command -v dockerd >/dev/null || [ -x /usr/sbin/dockerd ] || return 1
    # An engine that the system runs, but this user may not use: let this user in, for as long
    # as the engine runs, rather than add anybody to the group docker for good.
    if [ -S /var/run/docker.sock ] && [ "$(id -u)" != 0 ] && as_root docker version >/dev/null 2>&1; then
        echo "Letting $(id -un) use the Docker engine until it is started anew (setfacl)" >&2
        as_root setfacl -m "u:$(id -u):rw" /var/run/docker.sock
        engine_answers && return 0
    fi
    if [ -d /run/systemd/system ] && as_root systemctl start docker 2>/dev/null; then
        wait_for_engine && return 0
    fi
    trap stop_engine EXIT
    # A machine that is itself a container may allow neither packet filters nor overlays.
    local options
    for options in "" "--iptables=false --ip-masq=false" "--iptables=false --ip-masq=false --storage-driver=vfs"; do
        start_own_engine $options && return 0
        stop_engine
    done
    echo "The Docker engine did not start; its last words:" >&2
    tail -3 build/dockerd.log >&2
    return 1
}

start_own_engine() {
    echo "Starting a Docker engine (log: build/dockerd.log) $*" >&2
    rm -f build/dockerd.pid
    as_root /usr/sbin/dockerd --group "$(id -gn)" --pidfile "$PWD/build/dockerd.pid" "$@" \
        >>build/dockerd.log 2>&1 </dev/null &
    engine_pid=$!
    wait_for_engine
}

wait_for_engine() {
    local i
    for i in $(seq 60); do
        engine_answers && return 0
        [ -z "$engine_pid" ] || kill -0 "$engine_pid" 2>/dev/null || return 1
        sleep 0.5
    done
    return 1
}

# Ends only the engine that was started here.
stop_engine() {
    [ -n "$engine_pid" ] || return 0
    if [ -s build/dockerd.pid ]; then as_root kill "$(cat build/dockerd.pid)" 2>/dev/null || true; fi
    wait "$engine_pid" 2>/dev/null || true
    engine_pid=
}
