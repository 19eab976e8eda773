#!/bin/sh
# Runs the program as PUID:PGID. Started as another user already (`user:` in compose), it only sets the umask.
set -eu
umask "${UMASK:-022}"
data="${FELSCANNER_DATA:-/config}"
if [ "$(id -u)" = 0 ]; then
  uid="${PUID:-1000}" gid="${PGID:-1000}"
  chown "$uid:$gid" "$data" 2>/dev/null || true
  exec setpriv --reuid "$uid" --regid "$gid" --clear-groups -- dotnet /app/FelScanner.Web.dll --data "$data" "$@"
fi
exec dotnet /app/FelScanner.Web.dll --data "$data" "$@"
