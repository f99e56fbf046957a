# Jochi: guide small-mixed, edition 2026.11
# jochi-small-mixed-ac42-1: rows web
# jochi-small-mixed-ac42-2: rows block
# jochi-small-mixed-ac42-3: rows time
# jochi-small-mixed-ac42-4: rows name
# jochi-small-mixed-ac42-6: rows callback
# jochi-small-mixed-ac42-5 is not in here and needs a person: rows wildcard
# Takes the jump, the chain and the lists away.
/ip firewall filter remove [find jump-target=jochi-small-mixed-ac42]
/ip firewall filter remove [find chain=jochi-small-mixed-ac42]
/ip firewall address-list remove [find comment="jochi-small-mixed-ac42"]
/ipv6 firewall filter remove [find jump-target=jochi-small-mixed-ac42]
/ipv6 firewall filter remove [find chain=jochi-small-mixed-ac42]
/ipv6 firewall address-list remove [find comment="jochi-small-mixed-ac42"]
