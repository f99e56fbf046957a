#!/bin/sh
# Jochi: guide bankpay-transfer, edition 2018.11
# jochi-bankpay-transfer-1248-1: rows bwt-nprotect2-net, report-nprotect-net
# jochi-bankpay-transfer-1248-2: rows bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr
# jochi-bankpay-transfer-1248-3: rows pg-bankpay-or-kr, mobile-bankpay-or-kr
# jochi-bankpay-transfer-1248-4: rows ds-yessign-or-kr
set -eu
gcloud compute firewall-rules delete jochi-bankpay-transfer-1248-1 --quiet
gcloud compute firewall-rules delete jochi-bankpay-transfer-1248-2 --quiet
gcloud compute firewall-rules delete jochi-bankpay-transfer-1248-3 --quiet
gcloud compute firewall-rules delete jochi-bankpay-transfer-1248-4 --quiet
