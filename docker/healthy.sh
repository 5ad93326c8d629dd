#!/bin/bash
# Succeeds if the server is running without boot errors and the EAR is deployed: asks the readiness check of the management
# interface, on the container's loopback address.
set -e
port=$((${SOLITUDE_MANAGEMENT_PORT:-9990} + ${SOLITUDE_PORT_OFFSET:-0}))
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r _ status _ <&3
test "$status" = 200
