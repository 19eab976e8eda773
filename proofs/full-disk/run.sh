#!/usr/bin/env bash
# The tests of a disk in trouble with the data folder on a really small disk, which is filled to the last byte. Needs root for the mount.
# usage: run.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
small="$(mktemp -d)"
mount -t tmpfs -o size=40m felscanner-small "$small"
trap 'umount "$small" && rmdir "$small"' EXIT

dotnet build FelScanner.Tests --nologo -v quiet
FELSCANNER_SMALL_DISK="$small" TMPDIR="$small" FelScanner.Tests/bin/Debug/net10.0/FelScanner.Tests -noLogo -noColor -class FelScanner.Tests.Proofs.DiskTrouble
