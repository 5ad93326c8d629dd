#!/bin/sh
# Starts the server in a container. Does what the launcher does elsewhere: reads secrets from files, sets a unique node
# name and passes signals on to the JVM.
set -eu
data=/var/lib/solitude

# SOLITUDE_X_FILE names a file with the value of SOLITUDE_X, so that the environment of the container has no secret.
# setting SOLITUDE_CREDENTIAL_STORE_PASSWORD_FILE | type: path
#   The image reads `SOLITUDE_CREDENTIAL_STORE_PASSWORD` from this file.
# setting SOLITUDE_DATABASE_PASSWORD_FILE | type: path
#   The image reads `SOLITUDE_DATABASE_PASSWORD` from this file.
# setting SOLITUDE_ENCRYPTION_KEY_FILE | type: path
#   The image reads `SOLITUDE_ENCRYPTION_KEY` from this file.
# setting SOLITUDE_ENCRYPTION_KEYS_FILE | type: path
#   The image reads `SOLITUDE_ENCRYPTION_KEYS` from this file.
# setting SOLITUDE_NODES_PASSWORD_FILE | type: path
#   The image reads `SOLITUDE_NODES_PASSWORD` from this file.
for name in SOLITUDE_CREDENTIAL_STORE_PASSWORD_FILE \
    SOLITUDE_DATABASE_PASSWORD_FILE \
    SOLITUDE_ENCRYPTION_KEY_FILE \
    SOLITUDE_ENCRYPTION_KEYS_FILE \
    SOLITUDE_NODES_PASSWORD_FILE; do
    eval "file=\${$name:-}"
    if [ -n "$file" ]; then
        export "${name%_FILE}=$(cat "$file")"
    fi
done

# Containers of one image do not share passwords: each generates those of its H2 file and of its credential store.
password() {
    if [ ! -s "$data/$1.password" ]; then
        (umask 077 && od -An -N24 -tx1 /dev/urandom | tr -d ' \n' > "$data/$1.password")
    fi
    cat "$data/$1.password"
}
if [ "${SOLITUDE_DATABASE:-h2}" = h2 ] && [ -z "${SOLITUDE_DATABASE_PASSWORD:-}" ]; then
    SOLITUDE_DATABASE_PASSWORD=$(password h2)
    export SOLITUDE_DATABASE_PASSWORD
fi
if [ -z "${SOLITUDE_CREDENTIAL_STORE_PASSWORD:-}" ]; then
    SOLITUDE_CREDENTIAL_STORE_PASSWORD=$(password credential-store)
    export SOLITUDE_CREDENTIAL_STORE_PASSWORD
fi

# The last 23 bytes (the maximum) of the host name, because replicas differ at the end.
export SOLITUDE_NODE="${SOLITUDE_NODE:-$(tail -c 23 /etc/hostname)}"

# standalone.sh passes SIGTERM on to the JVM only when it runs it in the background.
export LAUNCH_JBOSS_IN_BACKGROUND=true
exec /opt/solitude/wildfly/bin/standalone.sh --server-config=standalone-full.xml \
    -Djboss.server.data.dir=$data/data -Djboss.server.log.dir=$data/log "$@"
