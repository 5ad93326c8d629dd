#!/bin/bash
# Running, no boot errors, the EAR deployed: what the management interface answers on the container's loopback.
set -e
port=$((${SOLITUDE_MANAGEMENT_PORT:-9990} + ${SOLITUDE_PORT_OFFSET:-0}))
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r _ status _ <&3
test "$status" = 200
