# Jochi: guide bankpay-transfer, edition 2018.11
# jochi-bankpay-transfer-1248-1: rows bwt-nprotect2-net, report-nprotect-net
# jochi-bankpay-transfer-1248-2: rows bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr
# jochi-bankpay-transfer-1248-3: rows pg-bankpay-or-kr, mobile-bankpay-or-kr
# jochi-bankpay-transfer-1248-4: rows ds-yessign-or-kr
# Before importing it again run the removal. The jump comes last; move it above what drops:
#   /ip firewall filter move [find jump-target=jochi-bankpay-transfer-1248] destination=0
/ip firewall address-list
add list=jochi-bankpay-transfer-1248-list-1 address=10.20.0.0/16 comment="jochi-bankpay-transfer-1248"
add list=jochi-bankpay-transfer-1248-list-2 address=52.79.41.176 comment="jochi-bankpay-transfer-1248"
add list=jochi-bankpay-transfer-1248-list-2 address=52.79.60.175 comment="jochi-bankpay-transfer-1248"
add list=jochi-bankpay-transfer-1248-list-2 address=52.79.92.132 comment="jochi-bankpay-transfer-1248"
add list=jochi-bankpay-transfer-1248-list-2 address=52.79.148.185 comment="jochi-bankpay-transfer-1248"
add list=jochi-bankpay-transfer-1248-list-2 address=52.79.150.220 comment="jochi-bankpay-transfer-1248"
add list=jochi-bankpay-transfer-1248-list-2 address=52.79.158.78 comment="jochi-bankpay-transfer-1248"
add list=jochi-bankpay-transfer-1248-list-2 address=52.79.192.248 comment="jochi-bankpay-transfer-1248"
add list=jochi-bankpay-transfer-1248-list-2 address=110.4.99.100 comment="jochi-bankpay-transfer-1248"
add list=jochi-bankpay-transfer-1248-list-2 address=110.4.113.120 comment="jochi-bankpay-transfer-1248"
add list=jochi-bankpay-transfer-1248-list-3 address=52.79.41.176 comment="jochi-bankpay-transfer-1248"
add list=jochi-bankpay-transfer-1248-list-3 address=52.79.60.175 comment="jochi-bankpay-transfer-1248"
add list=jochi-bankpay-transfer-1248-list-3 address=52.79.92.132 comment="jochi-bankpay-transfer-1248"
add list=jochi-bankpay-transfer-1248-list-3 address=52.79.148.185 comment="jochi-bankpay-transfer-1248"
add list=jochi-bankpay-transfer-1248-list-3 address=52.79.150.220 comment="jochi-bankpay-transfer-1248"
add list=jochi-bankpay-transfer-1248-list-3 address=52.79.158.78 comment="jochi-bankpay-transfer-1248"
add list=jochi-bankpay-transfer-1248-list-3 address=52.79.192.248 comment="jochi-bankpay-transfer-1248"
add list=jochi-bankpay-transfer-1248-list-3 address=61.111.25.11 comment="jochi-bankpay-transfer-1248"
add list=jochi-bankpay-transfer-1248-list-3 address=110.45.197.251 comment="jochi-bankpay-transfer-1248"
add list=jochi-bankpay-transfer-1248-list-3 address=182.162.74.17 comment="jochi-bankpay-transfer-1248"
add list=jochi-bankpay-transfer-1248-list-3 address=182.162.74.254 comment="jochi-bankpay-transfer-1248"
add list=jochi-bankpay-transfer-1248-list-3 address=203.233.91.168 comment="jochi-bankpay-transfer-1248"
add list=jochi-bankpay-transfer-1248-list-4 address=203.175.190.200 comment="jochi-bankpay-transfer-1248"
add list=jochi-bankpay-transfer-1248-list-4 address=203.175.190.213 comment="jochi-bankpay-transfer-1248"
add list=jochi-bankpay-transfer-1248-list-5 address=203.233.91.35 comment="jochi-bankpay-transfer-1248"
/ip firewall filter
add chain=jochi-bankpay-transfer-1248 action=accept connection-state=established,related comment="jochi-bankpay-transfer-1248: answers"
add chain=jochi-bankpay-transfer-1248 action=accept connection-state=new protocol=tcp src-address-list=jochi-bankpay-transfer-1248-list-1 dst-address-list=jochi-bankpay-transfer-1248-list-2 dst-port=80 comment="jochi-bankpay-transfer-1248-1: bankpay-transfer 2018.11: bwt-nprotect2-net, report-nprotect-net"
add chain=jochi-bankpay-transfer-1248 action=accept connection-state=new protocol=tcp src-address-list=jochi-bankpay-transfer-1248-list-1 dst-address-list=jochi-bankpay-transfer-1248-list-3 dst-port=443 comment="jochi-bankpay-transfer-1248-2: bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr"
add chain=jochi-bankpay-transfer-1248 action=accept connection-state=new protocol=tcp src-address-list=jochi-bankpay-transfer-1248-list-1 dst-address-list=jochi-bankpay-transfer-1248-list-4 dst-port=80,443,5310,7443,8080 comment="jochi-bankpay-transfer-1248-3: bankpay-transfer 2018.11: pg-bankpay-or-kr, mobile-bankpay-or-kr"
add chain=jochi-bankpay-transfer-1248 action=accept connection-state=new protocol=tcp src-address-list=jochi-bankpay-transfer-1248-list-1 dst-address-list=jochi-bankpay-transfer-1248-list-5 dst-port=389 comment="jochi-bankpay-transfer-1248-4: bankpay-transfer 2018.11: ds-yessign-or-kr"
add chain=forward action=jump jump-target=jochi-bankpay-transfer-1248 comment="jochi-bankpay-transfer-1248"
