#!/bin/sh
# Jochi: guide bankpay-transfer, edition 2018.11
# jochi-bankpay-transfer-1248-1: rows bwt-nprotect2-net, report-nprotect-net
# jochi-bankpay-transfer-1248-2: rows bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr
# jochi-bankpay-transfer-1248-3: rows pg-bankpay-or-kr, mobile-bankpay-or-kr
# jochi-bankpay-transfer-1248-4: rows ds-yessign-or-kr
# Arguments: the ids of these security groups, in this order:
#   1: of the clients in 10.20.0.0/16
set -eu
: "${1:?}"
aws ec2 authorize-security-group-egress --group-id "${1}" --ip-permissions file://jochi-bankpay-transfer-1248-aws-security-group-egress-1.json
