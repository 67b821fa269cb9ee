#!/bin/sh
# Makes the secrets that docker-compose.yml names, once. What stands is never overwritten: the database knows those passwords.
set -eu
umask 077
folder="$(cd "$(dirname "$0")" && pwd)/secrets"
mkdir -p "$folder"
chmod 700 "$folder"

password() { od -An -tx1 -N32 /dev/urandom | tr -d ' \n'; }

# Readable to all inside a folder that only its owner may enter: compose mounts a file with the mode it has on the host, and
# the accounts in the containers are not the account on the host.
write() {
  if [ -e "$folder/$1" ]; then echo "kept  $1"; return; fi
  printf '%s' "$2" > "$folder/$1"
  chmod 444 "$folder/$1"
  echo "made  $1"
}

write superuser_password "$(password)"
write superuser_url "postgres://postgres:$(cat "$folder/superuser_password")@postgres:5432/situation_table"
write migrator_url "postgres://migrator:$(password)@postgres:5432/situation_table"
write database_url "postgres://app:$(password)@postgres:5432/situation_table"
write authn_url "postgres://authn:$(password)@postgres:5432/situation_table"
write job_url "postgres://job:$(password)@postgres:5432/situation_table"
