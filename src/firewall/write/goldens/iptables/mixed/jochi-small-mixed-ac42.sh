#!/bin/sh
# Jochi: guide small-mixed, edition 2026.11
# jochi-small-mixed-ac42-1: rows web
# jochi-small-mixed-ac42-2: rows block
# jochi-small-mixed-ac42-3: rows time
# jochi-small-mixed-ac42-6: rows callback
# jochi-small-mixed-ac42-4 is not in here and needs a person: rows name
# jochi-small-mixed-ac42-5 is not in here and needs a person: rows wildcard
# The same as for iptables-restore, as commands.
set -eu
iptables -N JOCHI-SMALL-MIXED-AC42 2>/dev/null || iptables -F JOCHI-SMALL-MIXED-AC42
iptables -A JOCHI-SMALL-MIXED-AC42 -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT
iptables -A JOCHI-SMALL-MIXED-AC42 -i trust -o untrust -s 10.20.0.0/16 -d 203.0.113.7/32 -p tcp -m multiport --dports 443,8000:8010 -m conntrack --ctstate NEW -m comment --comment "small-mixed 2026.11: web" -j ACCEPT
iptables -A JOCHI-SMALL-MIXED-AC42 -i trust -o untrust -s 10.20.0.0/16 -d 203.0.113.9/32 -p tcp -m multiport --dports 443,8000:8010 -m conntrack --ctstate NEW -m comment --comment "small-mixed 2026.11: web" -j ACCEPT
iptables -A JOCHI-SMALL-MIXED-AC42 -i trust -o untrust -s 192.168.5.10/31 -d 203.0.113.7/32 -p tcp -m multiport --dports 443,8000:8010 -m conntrack --ctstate NEW -m comment --comment "small-mixed 2026.11: web" -j ACCEPT
iptables -A JOCHI-SMALL-MIXED-AC42 -i trust -o untrust -s 192.168.5.10/31 -d 203.0.113.9/32 -p tcp -m multiport --dports 443,8000:8010 -m conntrack --ctstate NEW -m comment --comment "small-mixed 2026.11: web" -j ACCEPT
iptables -A JOCHI-SMALL-MIXED-AC42 -i trust -o untrust -s 192.168.5.12/30 -d 203.0.113.7/32 -p tcp -m multiport --dports 443,8000:8010 -m conntrack --ctstate NEW -m comment --comment "small-mixed 2026.11: web" -j ACCEPT
iptables -A JOCHI-SMALL-MIXED-AC42 -i trust -o untrust -s 192.168.5.12/30 -d 203.0.113.9/32 -p tcp -m multiport --dports 443,8000:8010 -m conntrack --ctstate NEW -m comment --comment "small-mixed 2026.11: web" -j ACCEPT
iptables -A JOCHI-SMALL-MIXED-AC42 -i trust -o untrust -s 192.168.5.16/30 -d 203.0.113.7/32 -p tcp -m multiport --dports 443,8000:8010 -m conntrack --ctstate NEW -m comment --comment "small-mixed 2026.11: web" -j ACCEPT
iptables -A JOCHI-SMALL-MIXED-AC42 -i trust -o untrust -s 192.168.5.16/30 -d 203.0.113.9/32 -p tcp -m multiport --dports 443,8000:8010 -m conntrack --ctstate NEW -m comment --comment "small-mixed 2026.11: web" -j ACCEPT
iptables -A JOCHI-SMALL-MIXED-AC42 -i trust -o untrust -s 192.168.5.20/32 -d 203.0.113.7/32 -p tcp -m multiport --dports 443,8000:8010 -m conntrack --ctstate NEW -m comment --comment "small-mixed 2026.11: web" -j ACCEPT
iptables -A JOCHI-SMALL-MIXED-AC42 -i trust -o untrust -s 192.168.5.20/32 -d 203.0.113.9/32 -p tcp -m multiport --dports 443,8000:8010 -m conntrack --ctstate NEW -m comment --comment "small-mixed 2026.11: web" -j ACCEPT
iptables -A JOCHI-SMALL-MIXED-AC42 -i trust -o untrust -s 10.20.0.0/16 -d 198.51.100.0/24 -p tcp --dport 443 -m conntrack --ctstate NEW -m comment --comment "small-mixed 2026.11: block" -j ACCEPT
iptables -A JOCHI-SMALL-MIXED-AC42 -i trust -o untrust -s 192.168.5.10/31 -d 198.51.100.0/24 -p tcp --dport 443 -m conntrack --ctstate NEW -m comment --comment "small-mixed 2026.11: block" -j ACCEPT
iptables -A JOCHI-SMALL-MIXED-AC42 -i trust -o untrust -s 192.168.5.12/30 -d 198.51.100.0/24 -p tcp --dport 443 -m conntrack --ctstate NEW -m comment --comment "small-mixed 2026.11: block" -j ACCEPT
iptables -A JOCHI-SMALL-MIXED-AC42 -i trust -o untrust -s 192.168.5.16/30 -d 198.51.100.0/24 -p tcp --dport 443 -m conntrack --ctstate NEW -m comment --comment "small-mixed 2026.11: block" -j ACCEPT
iptables -A JOCHI-SMALL-MIXED-AC42 -i trust -o untrust -s 192.168.5.20/32 -d 198.51.100.0/24 -p tcp --dport 443 -m conntrack --ctstate NEW -m comment --comment "small-mixed 2026.11: block" -j ACCEPT
iptables -A JOCHI-SMALL-MIXED-AC42 -i trust -o untrust -s 10.20.0.0/16 -d 203.0.113.20/32 -p udp --dport 123 -m conntrack --ctstate NEW -m comment --comment "small-mixed 2026.11: time" -j ACCEPT
iptables -A JOCHI-SMALL-MIXED-AC42 -i trust -o untrust -s 192.168.5.10/31 -d 203.0.113.20/32 -p udp --dport 123 -m conntrack --ctstate NEW -m comment --comment "small-mixed 2026.11: time" -j ACCEPT
iptables -A JOCHI-SMALL-MIXED-AC42 -i trust -o untrust -s 192.168.5.12/30 -d 203.0.113.20/32 -p udp --dport 123 -m conntrack --ctstate NEW -m comment --comment "small-mixed 2026.11: time" -j ACCEPT
iptables -A JOCHI-SMALL-MIXED-AC42 -i trust -o untrust -s 192.168.5.16/30 -d 203.0.113.20/32 -p udp --dport 123 -m conntrack --ctstate NEW -m comment --comment "small-mixed 2026.11: time" -j ACCEPT
iptables -A JOCHI-SMALL-MIXED-AC42 -i trust -o untrust -s 192.168.5.20/32 -d 203.0.113.20/32 -p udp --dport 123 -m conntrack --ctstate NEW -m comment --comment "small-mixed 2026.11: time" -j ACCEPT
iptables -A JOCHI-SMALL-MIXED-AC42 -i untrust -o trust -s 203.0.113.30/32 -d 10.20.0.0/16 -p tcp --dport 443 -m conntrack --ctstate NEW -m comment --comment "small-mixed 2026.11: callback" -j ACCEPT
iptables -A JOCHI-SMALL-MIXED-AC42 -i untrust -o trust -s 203.0.113.30/32 -d 192.168.5.10/31 -p tcp --dport 443 -m conntrack --ctstate NEW -m comment --comment "small-mixed 2026.11: callback" -j ACCEPT
iptables -A JOCHI-SMALL-MIXED-AC42 -i untrust -o trust -s 203.0.113.30/32 -d 192.168.5.12/30 -p tcp --dport 443 -m conntrack --ctstate NEW -m comment --comment "small-mixed 2026.11: callback" -j ACCEPT
iptables -A JOCHI-SMALL-MIXED-AC42 -i untrust -o trust -s 203.0.113.30/32 -d 192.168.5.16/30 -p tcp --dport 443 -m conntrack --ctstate NEW -m comment --comment "small-mixed 2026.11: callback" -j ACCEPT
iptables -A JOCHI-SMALL-MIXED-AC42 -i untrust -o trust -s 203.0.113.30/32 -d 192.168.5.20/32 -p tcp --dport 443 -m conntrack --ctstate NEW -m comment --comment "small-mixed 2026.11: callback" -j ACCEPT
iptables -C FORWARD -j JOCHI-SMALL-MIXED-AC42 2>/dev/null || iptables -I FORWARD -j JOCHI-SMALL-MIXED-AC42
ip6tables -N JOCHI-SMALL-MIXED-AC42 2>/dev/null || ip6tables -F JOCHI-SMALL-MIXED-AC42
ip6tables -A JOCHI-SMALL-MIXED-AC42 -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT
ip6tables -A JOCHI-SMALL-MIXED-AC42 -i trust -o untrust -s 2001:db8:20::/48 -d 2001:db8:9::/64 -p tcp --dport 443 -m conntrack --ctstate NEW -m comment --comment "small-mixed 2026.11: block" -j ACCEPT
ip6tables -C FORWARD -j JOCHI-SMALL-MIXED-AC42 2>/dev/null || ip6tables -I FORWARD -j JOCHI-SMALL-MIXED-AC42
