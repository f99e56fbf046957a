#!/bin/sh
# Jochi: guide small-mixed, edition 2026.11
# jochi-small-mixed-ac42-1: rows web
# jochi-small-mixed-ac42-2: rows block
# jochi-small-mixed-ac42-3: rows time
# jochi-small-mixed-ac42-6: rows callback
# jochi-small-mixed-ac42-4 is not in here and needs a person: rows name
# jochi-small-mixed-ac42-5 is not in here and needs a person: rows wildcard
# Arguments: the ids of these security groups, in this order:
#   1: of the clients in 10.20.0.0/16, 192.168.5.10/31, 192.168.5.12/30, 192.168.5.16/30, 192.168.5.20/32, 2001:db8:20::/48
set -eu
: "${1:?}"
aws ec2 authorize-security-group-egress --group-id "${1}" --ip-permissions file://jochi-small-mixed-ac42-aws-security-group-egress-1.json
aws ec2 authorize-security-group-ingress --group-id "${1}" --ip-permissions file://jochi-small-mixed-ac42-aws-security-group-ingress-1.json
