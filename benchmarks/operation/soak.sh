#!/usr/bin/env bash
# The long soak: two hours, or SOAK_MINUTES. Needs Chromium. benchmarks/operation/soak.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
dotnet build FelScanner.Tests -c Release -v quiet --nologo
FELSCANNER_TEST_MINUTES=600 SOAK_MINUTES="${SOAK_MINUTES:-120}" FelScanner.Tests/bin/Release/net10.0/FelScanner.Tests -noLogo -noColor -showLiveOutput -class FelScanner.Tests.EndToEnd.Soak
