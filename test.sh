#!/usr/bin/env bash
# Installs what the tests need (only when missing and only as root), builds, runs every test, and closes with one line of counts.
set -uo pipefail
cd "$(dirname "$0")" || exit 1

need=()
declare -A package=([chromium]=chromium [qbittorrent-nox]=qbittorrent-nox [opentracker]=opentracker [mktorrent]=mktorrent [ffmpeg]=ffmpeg [mkvmerge]=mkvtoolnix [node]=nodejs [npm]=npm)
for program in "${!package[@]}"; do
  command -v "$program" >/dev/null 2>&1 || need+=("${package[$program]}")
done
if [ "${#need[@]}" -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing: ${need[*]}"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${need[@]}" >/dev/null || exit 1
  else
    echo "Not installed: ${need[*]}. Their tests are skipped; install them to run all." >&2
  fi
fi

if command -v npm >/dev/null 2>&1 && [ -f FelScanner.Tests/Peers/package.json ]; then
  (cd FelScanner.Tests/Peers && [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --no-audit --no-fund --silent) || exit 1
fi

configuration="${CONFIGURATION:-Debug}"
dotnet build FelScanner.Blazor.sln -c "$configuration" --nologo -v quiet || exit 1
log=$(mktemp)
# Many tests wait for simulated services, so three run at once on two cores. A test that hangs is named after two minutes, and ends the run after 40 minutes instead of never.
timeout --kill-after=30 "${FELSCANNER_TESTS_TAKE_AT_MOST:-2400}" \
  "FelScanner.Tests/bin/$configuration/net10.0/FelScanner.Tests" -noLogo -noColor -longRunning 120 -maxThreads 1.5x "$@" 2>&1 | tee "$log"
status=${PIPESTATUS[0]}
[ "$status" -lt 124 ] || echo "The tests were stopped: one of them hangs. Those that ran long are named above (Long Running Test)."
count() { grep -oE "Total: [0-9]+, .*" "$log" | grep -oE "$1: [0-9]+" | grep -oE '[0-9]+' | awk '{ sum += $1 } END { print sum + 0 }'; }
failed=$(($(count Failed) + $(count Errors))) skipped=$(count Skipped)
passed=$(($(count Total) - $(count Failed) - skipped - $(count "Not Run")))
rm -f "$log"
[ "$status" = 0 ] || [ "$failed" -gt 0 ] || failed=1
echo "$passed passed, $failed failed, $skipped skipped"
[ "$status" = 0 ] && [ "$passed" -gt 0 ]
