#!/bin/sh
# The one way into the container, for the server and for its verbs (`docker exec NAME felscanner backup FILE`).
# Started as root it becomes PUID:PGID at once; started as another user already (`user:` in compose) it only sets the umask.
set -eu

refuse() {
  echo "felscanner: $1" >&2
  exit 1
}

number() {
  case "$2" in '' | *[!0-9]*) refuse "$1 must be a number, not '$2'." ;; esac
}

app="${FELSCANNER_APP:-/app}"
data="${FELSCANNER_DATA:-/config}"
mask="${UMASK:-022}"
case "$mask" in '' | *[!0-7]*) refuse "UMASK must be octal, for example 022, not '$mask'." ;; esac
umask "$mask"

# Without a home the runtime would look for one in the password file, where a bare number has no entry.
export HOME="$data"
set -- dotnet "$app/FelScanner.Web.dll" --data "$data" "$@"
[ "$(id -u)" = 0 ] || exec "$@"

uid="${PUID:-1000}" gid="${PGID:-1000}"
number PUID "$uid"
number PGID "$gid"
[ "$uid" -ne 0 ] || refuse "it does not run as root: set PUID and PGID to the user who owns your films."
if [ "$(stat -c %u:%g "$data" 2>/dev/null)" != "$uid:$gid" ]; then
  chown -R -h "$uid:$gid" "$data" || refuse "the data folder $data cannot be given to $uid:$gid: do it on the host, or start with user: \"$uid:$gid\"."
fi
exec setpriv --reuid "$uid" --regid "$gid" --clear-groups --no-new-privs -- "$@"
