# Jochi: guide small-mixed, edition 2026.11
# jochi-small-mixed-ac42-1: rows web
# jochi-small-mixed-ac42-2: rows block
# jochi-small-mixed-ac42-3: rows time
# jochi-small-mixed-ac42-4: rows name
# jochi-small-mixed-ac42-6: rows callback
# jochi-small-mixed-ac42-5 is not in here and needs a person: rows wildcard
# Before importing it again run the removal. The jump comes last; move it above what drops:
#   /ip firewall filter move [find jump-target=jochi-small-mixed-ac42] destination=0
#   /ipv6 firewall filter move [find jump-target=jochi-small-mixed-ac42] destination=0
/ip firewall address-list
add list=jochi-small-mixed-ac42-list-1 address=10.20.0.0/16 comment="jochi-small-mixed-ac42"
add list=jochi-small-mixed-ac42-list-1 address=192.168.5.10-192.168.5.20 comment="jochi-small-mixed-ac42"
add list=jochi-small-mixed-ac42-list-2 address=203.0.113.7 comment="jochi-small-mixed-ac42"
add list=jochi-small-mixed-ac42-list-2 address=203.0.113.9 comment="jochi-small-mixed-ac42"
add list=jochi-small-mixed-ac42-list-3 address=198.51.100.0/24 comment="jochi-small-mixed-ac42"
add list=jochi-small-mixed-ac42-list-4 address=203.0.113.20 comment="jochi-small-mixed-ac42"
add list=jochi-small-mixed-ac42-list-5 address=only-name.example.kr comment="jochi-small-mixed-ac42"
add list=jochi-small-mixed-ac42-list-6 address=203.0.113.30 comment="jochi-small-mixed-ac42"
/ip firewall filter
add chain=jochi-small-mixed-ac42 action=accept connection-state=established,related comment="jochi-small-mixed-ac42: answers"
add chain=jochi-small-mixed-ac42 action=accept connection-state=new protocol=tcp in-interface=trust out-interface=untrust src-address-list=jochi-small-mixed-ac42-list-1 dst-address-list=jochi-small-mixed-ac42-list-2 dst-port=443,8000-8010 comment="jochi-small-mixed-ac42-1: small-mixed 2026.11: web"
add chain=jochi-small-mixed-ac42 action=accept connection-state=new protocol=tcp in-interface=trust out-interface=untrust src-address-list=jochi-small-mixed-ac42-list-1 dst-address-list=jochi-small-mixed-ac42-list-3 dst-port=443 comment="jochi-small-mixed-ac42-2: small-mixed 2026.11: block"
add chain=jochi-small-mixed-ac42 action=accept connection-state=new protocol=udp in-interface=trust out-interface=untrust src-address-list=jochi-small-mixed-ac42-list-1 dst-address-list=jochi-small-mixed-ac42-list-4 dst-port=123 comment="jochi-small-mixed-ac42-3: small-mixed 2026.11: time"
add chain=jochi-small-mixed-ac42 action=accept connection-state=new protocol=tcp in-interface=trust out-interface=untrust src-address-list=jochi-small-mixed-ac42-list-1 dst-address-list=jochi-small-mixed-ac42-list-5 dst-port=443 comment="jochi-small-mixed-ac42-4: small-mixed 2026.11: name"
add chain=jochi-small-mixed-ac42 action=accept connection-state=new protocol=tcp in-interface=untrust out-interface=trust src-address-list=jochi-small-mixed-ac42-list-6 dst-address-list=jochi-small-mixed-ac42-list-1 dst-port=443 comment="jochi-small-mixed-ac42-6: small-mixed 2026.11: callback"
add chain=forward action=jump jump-target=jochi-small-mixed-ac42 comment="jochi-small-mixed-ac42"
/ipv6 firewall address-list
add list=jochi-small-mixed-ac42-list-1 address=2001:db8:20::/48 comment="jochi-small-mixed-ac42"
add list=jochi-small-mixed-ac42-list-2 address=2001:db8:9::/64 comment="jochi-small-mixed-ac42"
add list=jochi-small-mixed-ac42-list-3 address=only-name.example.kr comment="jochi-small-mixed-ac42"
/ipv6 firewall filter
add chain=jochi-small-mixed-ac42 action=accept connection-state=established,related comment="jochi-small-mixed-ac42: answers"
add chain=jochi-small-mixed-ac42 action=accept connection-state=new protocol=tcp in-interface=trust out-interface=untrust src-address-list=jochi-small-mixed-ac42-list-1 dst-address-list=jochi-small-mixed-ac42-list-2 dst-port=443 comment="jochi-small-mixed-ac42-2: small-mixed 2026.11: block"
add chain=jochi-small-mixed-ac42 action=accept connection-state=new protocol=tcp in-interface=trust out-interface=untrust src-address-list=jochi-small-mixed-ac42-list-1 dst-address-list=jochi-small-mixed-ac42-list-3 dst-port=443 comment="jochi-small-mixed-ac42-4: small-mixed 2026.11: name"
add chain=forward action=jump jump-target=jochi-small-mixed-ac42 comment="jochi-small-mixed-ac42"
