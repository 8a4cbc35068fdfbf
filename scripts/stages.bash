# Sourced by the scripts that do several things one after another: says what is being done, how long it took,
# and at the end what failed.

stages_failed=()
stages_log=$(mktemp -d)
stages_lines=()
stages_began=$SECONDS

# stage NAME COMMAND... runs the command and goes on whatever comes out; `stages_end` remembers.
stage() {
    local name=$1 began=$SECONDS code=0 seconds
    shift
    printf '\n==> %s\n' "$name"
    { "$@" 2>&1 </dev/null; } | tee "$stages_log/${name//[^a-zA-Z0-9]/-}" || code=$?
    seconds=$((SECONDS - began))
    if [ "$code" = 0 ]; then
        printf -- '--> %s: done in %d s\n' "$name" "$seconds"
        stages_lines+=("$(printf 'ok      %5d s  %s' "$seconds" "$name")")
    else
        printf -- '--> %s: FAILED after %d s\n' "$name" "$seconds"
        stages_lines+=("$(printf 'FAILED  %5d s  %s' "$seconds" "$name")")
        stages_failed+=("$name")
    fi
    return 0
}

# needed NAME COMMAND... stops everything when the command fails: what follows could not work.
needed() {
    stage "$@"
    [ ${#stages_failed[@]} = 0 ] || stages_end
}

# closing NAME PATTERN shows the last line of a stage's words that matches, as the runner itself put it.
closing() {
    grep -aE "$2" "$stages_log/${1//[^a-zA-Z0-9]/-}" 2>/dev/null | tail -n "${3:-1}"
}

# stages_end prints the table and ends the script, with failure when anything failed.
stages_end() {
    printf '\n'
    printf '%s\n' "${stages_lines[@]}"
    printf '%s %5d s  in all\n' '       ' "$((SECONDS - stages_began))"
    rm -rf "$stages_log"
    if [ ${#stages_failed[@]} -gt 0 ]; then
        printf 'FAILED: %s\n' "$(printf '%s, ' "${stages_failed[@]}" | sed 's/, $//')"
        exit 1
    fi
    echo "everything passed"
    exit 0
}
