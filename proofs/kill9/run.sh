#!/usr/bin/env bash
# Kills the published program with SIGKILL again and again, at every named moment and at random ones, and checks what every next start finds.
# usage: run.sh [KILLS]       200 by default, about half an hour; one line a kill in proofs/kill9/kills.csv, the figures on standard output
set -euo pipefail
cd "$(dirname "$0")/../.."
kills="${1:-200}"
out="$PWD/proofs/kill9/kills.csv"
published="$(mktemp -d)"
trap 'rm -rf "$published"' EXIT
rm -f "$out"

dotnet publish FelScanner.Web -c Release -r linux-x64 --nologo -v quiet -o "$published"
dotnet build FelScanner.Tests --nologo -v quiet
status=0
FELSCANNER_TEST_MINUTES=600 FELSCANNER_KILLS="$kills" FELSCANNER_PROGRAM="$published/FelScanner.Web.dll" FELSCANNER_PROOF_OUT="$out" \
  FelScanner.Tests/bin/Debug/net10.0/FelScanner.Tests -noLogo -noColor -class FelScanner.Tests.Proofs.KillNine.KillNineTests || status=$?
python3 proofs/kill9/figures.py "$out"
exit "$status"
