# Jochi: guide bankpay-transfer, edition 2018.11
# jochi-bankpay-transfer-1248-1: rows bwt-nprotect2-net, report-nprotect-net
# jochi-bankpay-transfer-1248-2: rows bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr
# jochi-bankpay-transfer-1248-3: rows pg-bankpay-or-kr, mobile-bankpay-or-kr
# jochi-bankpay-transfer-1248-4: rows ds-yessign-or-kr
# Takes the jump, the chain and the lists away.
/ip firewall filter remove [find jump-target=jochi-bankpay-transfer-1248]
/ip firewall filter remove [find chain=jochi-bankpay-transfer-1248]
/ip firewall address-list remove [find comment="jochi-bankpay-transfer-1248"]
