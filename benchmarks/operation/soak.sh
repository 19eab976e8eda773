#!/usr/bin/env bash
# The long soak of the published program: two hours, or SOAK_MINUTES. Needs Chromium. benchmarks/operation/soak.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
published=$(mktemp -d)
trap 'rm -rf "$published"' EXIT
dotnet publish FelScanner.Web -c Release -r linux-x64 -v quiet --nologo -o "$published"
dotnet build FelScanner.Tests -c Release -v quiet --nologo
export FELSCANNER_PROGRAM="$published/FelScanner.Web.dll" FELSCANNER_METRICS_ENABLED=true FELSCANNER_TEST_MINUTES=600 SOAK_MINUTES="${SOAK_MINUTES:-120}"
FelScanner.Tests/bin/Release/net10.0/FelScanner.Tests -noLogo -noColor -showLiveOutput -class FelScanner.Tests.EndToEnd.Soak
