# Jochi: guide small-mixed, edition 2026.11
# jochi-small-mixed-ac42-1: rows web
# jochi-small-mixed-ac42-2: rows block
# jochi-small-mixed-ac42-3: rows time
# jochi-small-mixed-ac42-6: rows callback
# jochi-small-mixed-ac42-4 is not in here and needs a person: rows name
# jochi-small-mixed-ac42-5 is not in here and needs a person: rows wildcard

variable "jochi-small-mixed-ac42-group-1" {
  description = "Id of the security group of the clients in 10.20.0.0/16, 192.168.5.10/31, 192.168.5.12/30, 192.168.5.16/30, 192.168.5.20/32, 2001:db8:20::/48"
  type        = string
}

resource "aws_vpc_security_group_egress_rule" "jochi-small-mixed-ac42-1-1" {
  security_group_id = var.jochi-small-mixed-ac42-group-1
  description       = "small-mixed 2026.11: web"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "203.0.113.7/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-small-mixed-ac42-1-2" {
  security_group_id = var.jochi-small-mixed-ac42-group-1
  description       = "small-mixed 2026.11: web"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "203.0.113.9/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-small-mixed-ac42-1-3" {
  security_group_id = var.jochi-small-mixed-ac42-group-1
  description       = "small-mixed 2026.11: web"
  ip_protocol       = "tcp"
  from_port         = 8000
  to_port           = 8010
  cidr_ipv4         = "203.0.113.7/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-small-mixed-ac42-1-4" {
  security_group_id = var.jochi-small-mixed-ac42-group-1
  description       = "small-mixed 2026.11: web"
  ip_protocol       = "tcp"
  from_port         = 8000
  to_port           = 8010
  cidr_ipv4         = "203.0.113.9/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-small-mixed-ac42-2-1" {
  security_group_id = var.jochi-small-mixed-ac42-group-1
  description       = "small-mixed 2026.11: block"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "198.51.100.0/24"
}

resource "aws_vpc_security_group_egress_rule" "jochi-small-mixed-ac42-2-2" {
  security_group_id = var.jochi-small-mixed-ac42-group-1
  description       = "small-mixed 2026.11: block"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv6         = "2001:db8:9::/64"
}

resource "aws_vpc_security_group_egress_rule" "jochi-small-mixed-ac42-3" {
  security_group_id = var.jochi-small-mixed-ac42-group-1
  description       = "small-mixed 2026.11: time"
  ip_protocol       = "udp"
  from_port         = 123
  to_port           = 123
  cidr_ipv4         = "203.0.113.20/32"
}

resource "aws_vpc_security_group_ingress_rule" "jochi-small-mixed-ac42-6" {
  security_group_id = var.jochi-small-mixed-ac42-group-1
  description       = "small-mixed 2026.11: callback"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "203.0.113.30/32"
}
