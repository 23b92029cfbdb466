#!/usr/bin/env bash
# Builds everything once and runs every test project on real servers.
# Arguments pick projects by a part of their name: ./test.sh OrderService Messaging
set -euo pipefail
cd "$(dirname "$0")"
# shellcheck source=eng/prepare.sh
. eng/prepare.sh

need_sdk
choose_servers
install_servers
install_browser
build Ecommerce.sln

eval "$(eng/install-kubernetes-tools.sh)"
say "Starting the test servers"
eval "$(eng/test-servers.sh start)"
export ECOMMERCE_ROOT="$PWD"
trap 'eng/test-servers.sh stop' EXIT

passed=0 failed=0 skipped=0 broken=()
run() {
  local name="$1" dll="tests/$1/bin/Release/net10.0/$1.dll" log started=$SECONDS
  log="$(mktemp)"
  timeout 900 dotnet "$dll" >"$log" 2>&1 || true
  local summary
  summary="$(sed 's/\x1b\[[0-9;]*m//g' "$log" | grep -aE 'Total: [0-9]+, Errors:' | tail -n 1 || true)"
  count() { sed -n "s/.*$1: \([0-9]*\).*/\1/p" <<<"$summary"; }
  if [ -z "$summary" ]; then
    failed=$((failed + 1))
    broken+=("$name (did not finish)")
    sed 's/\x1b\[[0-9;]*m//g' "$log" | tail -n 60
  else
    local total errors wrong left
    total="$(count Total)" errors="$(count Errors)" wrong="$(count Failed)" left="$(count Skipped)"
    failed=$((failed + wrong + errors)) skipped=$((skipped + left)) passed=$((passed + total - wrong - left))
    if [ $((wrong + errors)) -gt 0 ]; then
      broken+=("$name")
      sed 's/\x1b\[[0-9;]*m//g' "$log" | grep -avE '^ +at |^(info|warn|dbug):' | tail -n 120
    fi
    sed 's/\x1b\[[0-9;]*m//g' "$log" | grep -aE '\[SKIP\]' -A1 || true
    printf '%-50s %4d tests, %d failed, %d skipped, %d s\n' "$name" "$total" "$((wrong + errors))" "$left" "$((SECONDS - started))"
  fi
  rm -f "$log"
}

is_wanted() {
  local project="$1" part
  shift
  [ $# -gt 0 ] || return 0
  for part in "$@"; do [[ "$project" == *"$part"* ]] && return 0; done
  return 1
}

# What is small first; the whole system last.
for project in $(ls -d tests/*Tests/ | sed 's#^tests/##; s#/$##' | grep -v SystemTests) Ecommerce.SystemTests; do
  if is_wanted "$project" "$@"; then run "$project"; fi
done

[ ${#broken[@]} -eq 0 ] || say "Failed: ${broken[*]}"
say "All test projects in $SECONDS s"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
