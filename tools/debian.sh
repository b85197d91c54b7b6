# Sourced by the other scripts here: `from_debian PACKAGE ...` installs packages where apt-get can. All it says goes to
# standard error; whether the wanted command is there afterwards is for the caller to look.
from_debian() {
    command -v apt-get >/dev/null || return 0
    as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo"
    [ -z "$as_root" ] || command -v sudo >/dev/null || return 0
    echo "Installing $* with apt-get ..." >&2
    export DEBIAN_FRONTEND=noninteractive
    { $as_root apt-get update -q && $as_root apt-get install -q -y --no-install-recommends "$@"; } >&2 || true
}
