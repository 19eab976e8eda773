#!/usr/bin/env bash
# Every call of every service meets every fault (the test has each call meet two of them); the slowest dashboard of each service at the end.
# usage: run.sh       about a quarter of an hour; one line a cell in proofs/faults/cells.csv
set -euo pipefail
cd "$(dirname "$0")/../.."
out="$PWD/proofs/faults/cells.csv"
rm -f "$out"

dotnet build FelScanner.Tests --nologo -v quiet
status=0
FELSCANNER_TEST_MINUTES=600 FELSCANNER_FAULTS=all FELSCANNER_PROOF_OUT="$out" \
  FelScanner.Tests/bin/Debug/net10.0/FelScanner.Tests -noLogo -noColor -class FelScanner.Tests.Proofs.FaultMatrix.FaultMatrixTests || status=$?
awk -F, '{ cells[$1]++; if ($4 > worst[$1]) worst[$1] = $4 } END { for (s in cells) printf "%-12s %3d cells, slowest dashboard %d ms\n", s, cells[s], worst[s] }' "$out" | sort
exit "$status"
