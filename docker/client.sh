#!/bin/sh
# Manages the clients of the server in this container. `client.sh add shop client payer` prints the secret of the new client, once.
export JBOSS_HOME=/opt/solitude/wildfly
exec java -cp /opt/solitude/solitude-server.jar org.solitude.server.ClientCommand "$@"
