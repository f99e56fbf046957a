#!/bin/sh
# Jochi: guide bankpay-transfer, edition 2018.11
# jochi-bankpay-transfer-1248-1: rows bwt-nprotect2-net, report-nprotect-net
# jochi-bankpay-transfer-1248-2: rows bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr
# jochi-bankpay-transfer-1248-3: rows pg-bankpay-or-kr, mobile-bankpay-or-kr
# jochi-bankpay-transfer-1248-4: rows ds-yessign-or-kr
# The same as for iptables-restore, as commands.
set -eu
iptables -N JOCHI-BANKPAY-TRANSFER-1248 2>/dev/null || iptables -F JOCHI-BANKPAY-TRANSFER-1248
iptables -A JOCHI-BANKPAY-TRANSFER-1248 -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT
iptables -A JOCHI-BANKPAY-TRANSFER-1248 -s 10.20.0.0/16 -d 52.79.41.176/32 -p tcp --dport 80 -m conntrack --ctstate NEW -m comment --comment "bankpay-transfer 2018.11: bwt-nprotect2-net, report-nprotect-net" -j ACCEPT
iptables -A JOCHI-BANKPAY-TRANSFER-1248 -s 10.20.0.0/16 -d 52.79.60.175/32 -p tcp --dport 80 -m conntrack --ctstate NEW -m comment --comment "bankpay-transfer 2018.11: bwt-nprotect2-net, report-nprotect-net" -j ACCEPT
iptables -A JOCHI-BANKPAY-TRANSFER-1248 -s 10.20.0.0/16 -d 52.79.92.132/32 -p tcp --dport 80 -m conntrack --ctstate NEW -m comment --comment "bankpay-transfer 2018.11: bwt-nprotect2-net, report-nprotect-net" -j ACCEPT
iptables -A JOCHI-BANKPAY-TRANSFER-1248 -s 10.20.0.0/16 -d 52.79.148.185/32 -p tcp --dport 80 -m conntrack --ctstate NEW -m comment --comment "bankpay-transfer 2018.11: bwt-nprotect2-net, report-nprotect-net" -j ACCEPT
iptables -A JOCHI-BANKPAY-TRANSFER-1248 -s 10.20.0.0/16 -d 52.79.150.220/32 -p tcp --dport 80 -m conntrack --ctstate NEW -m comment --comment "bankpay-transfer 2018.11: bwt-nprotect2-net, report-nprotect-net" -j ACCEPT
iptables -A JOCHI-BANKPAY-TRANSFER-1248 -s 10.20.0.0/16 -d 52.79.158.78/32 -p tcp --dport 80 -m conntrack --ctstate NEW -m comment --comment "bankpay-transfer 2018.11: bwt-nprotect2-net, report-nprotect-net" -j ACCEPT
iptables -A JOCHI-BANKPAY-TRANSFER-1248 -s 10.20.0.0/16 -d 52.79.192.248/32 -p tcp --dport 80 -m conntrack --ctstate NEW -m comment --comment "bankpay-transfer 2018.11: bwt-nprotect2-net, report-nprotect-net" -j ACCEPT
iptables -A JOCHI-BANKPAY-TRANSFER-1248 -s 10.20.0.0/16 -d 110.4.99.100/32 -p tcp --dport 80 -m conntrack --ctstate NEW -m comment --comment "bankpay-transfer 2018.11: bwt-nprotect2-net, report-nprotect-net" -j ACCEPT
iptables -A JOCHI-BANKPAY-TRANSFER-1248 -s 10.20.0.0/16 -d 110.4.113.120/32 -p tcp --dport 80 -m conntrack --ctstate NEW -m comment --comment "bankpay-transfer 2018.11: bwt-nprotect2-net, report-nprotect-net" -j ACCEPT
iptables -A JOCHI-BANKPAY-TRANSFER-1248 -s 10.20.0.0/16 -d 52.79.41.176/32 -p tcp --dport 443 -m conntrack --ctstate NEW -m comment --comment "bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr" -j ACCEPT
iptables -A JOCHI-BANKPAY-TRANSFER-1248 -s 10.20.0.0/16 -d 52.79.60.175/32 -p tcp --dport 443 -m conntrack --ctstate NEW -m comment --comment "bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr" -j ACCEPT
iptables -A JOCHI-BANKPAY-TRANSFER-1248 -s 10.20.0.0/16 -d 52.79.92.132/32 -p tcp --dport 443 -m conntrack --ctstate NEW -m comment --comment "bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr" -j ACCEPT
iptables -A JOCHI-BANKPAY-TRANSFER-1248 -s 10.20.0.0/16 -d 52.79.148.185/32 -p tcp --dport 443 -m conntrack --ctstate NEW -m comment --comment "bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr" -j ACCEPT
iptables -A JOCHI-BANKPAY-TRANSFER-1248 -s 10.20.0.0/16 -d 52.79.150.220/32 -p tcp --dport 443 -m conntrack --ctstate NEW -m comment --comment "bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr" -j ACCEPT
iptables -A JOCHI-BANKPAY-TRANSFER-1248 -s 10.20.0.0/16 -d 52.79.158.78/32 -p tcp --dport 443 -m conntrack --ctstate NEW -m comment --comment "bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr" -j ACCEPT
iptables -A JOCHI-BANKPAY-TRANSFER-1248 -s 10.20.0.0/16 -d 52.79.192.248/32 -p tcp --dport 443 -m conntrack --ctstate NEW -m comment --comment "bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr" -j ACCEPT
iptables -A JOCHI-BANKPAY-TRANSFER-1248 -s 10.20.0.0/16 -d 61.111.25.11/32 -p tcp --dport 443 -m conntrack --ctstate NEW -m comment --comment "bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr" -j ACCEPT
iptables -A JOCHI-BANKPAY-TRANSFER-1248 -s 10.20.0.0/16 -d 110.45.197.251/32 -p tcp --dport 443 -m conntrack --ctstate NEW -m comment --comment "bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr" -j ACCEPT
iptables -A JOCHI-BANKPAY-TRANSFER-1248 -s 10.20.0.0/16 -d 182.162.74.17/32 -p tcp --dport 443 -m conntrack --ctstate NEW -m comment --comment "bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr" -j ACCEPT
iptables -A JOCHI-BANKPAY-TRANSFER-1248 -s 10.20.0.0/16 -d 182.162.74.254/32 -p tcp --dport 443 -m conntrack --ctstate NEW -m comment --comment "bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr" -j ACCEPT
iptables -A JOCHI-BANKPAY-TRANSFER-1248 -s 10.20.0.0/16 -d 203.233.91.168/32 -p tcp --dport 443 -m conntrack --ctstate NEW -m comment --comment "bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr" -j ACCEPT
iptables -A JOCHI-BANKPAY-TRANSFER-1248 -s 10.20.0.0/16 -d 203.175.190.200/32 -p tcp -m multiport --dports 80,443,5310,7443,8080 -m conntrack --ctstate NEW -m comment --comment "bankpay-transfer 2018.11: pg-bankpay-or-kr, mobile-bankpay-or-kr" -j ACCEPT
iptables -A JOCHI-BANKPAY-TRANSFER-1248 -s 10.20.0.0/16 -d 203.175.190.213/32 -p tcp -m multiport --dports 80,443,5310,7443,8080 -m conntrack --ctstate NEW -m comment --comment "bankpay-transfer 2018.11: pg-bankpay-or-kr, mobile-bankpay-or-kr" -j ACCEPT
iptables -A JOCHI-BANKPAY-TRANSFER-1248 -s 10.20.0.0/16 -d 203.233.91.35/32 -p tcp --dport 389 -m conntrack --ctstate NEW -m comment --comment "bankpay-transfer 2018.11: ds-yessign-or-kr" -j ACCEPT
iptables -C FORWARD -j JOCHI-BANKPAY-TRANSFER-1248 2>/dev/null || iptables -I FORWARD -j JOCHI-BANKPAY-TRANSFER-1248
