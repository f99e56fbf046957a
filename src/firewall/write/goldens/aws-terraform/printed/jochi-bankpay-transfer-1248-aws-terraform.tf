# Jochi: guide bankpay-transfer, edition 2018.11
# jochi-bankpay-transfer-1248-1: rows bwt-nprotect2-net, report-nprotect-net
# jochi-bankpay-transfer-1248-2: rows bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr
# jochi-bankpay-transfer-1248-3: rows pg-bankpay-or-kr, mobile-bankpay-or-kr
# jochi-bankpay-transfer-1248-4: rows ds-yessign-or-kr

variable "jochi-bankpay-transfer-1248-group-1" {
  description = "Id of the security group of the clients in 10.20.0.0/16"
  type        = string
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-1-1" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: bwt-nprotect2-net, report-nprotect-net"
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
  cidr_ipv4         = "52.79.41.176/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-1-2" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: bwt-nprotect2-net, report-nprotect-net"
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
  cidr_ipv4         = "52.79.60.175/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-1-3" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: bwt-nprotect2-net, report-nprotect-net"
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
  cidr_ipv4         = "52.79.92.132/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-1-4" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: bwt-nprotect2-net, report-nprotect-net"
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
  cidr_ipv4         = "52.79.148.185/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-1-5" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: bwt-nprotect2-net, report-nprotect-net"
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
  cidr_ipv4         = "52.79.150.220/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-1-6" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: bwt-nprotect2-net, report-nprotect-net"
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
  cidr_ipv4         = "52.79.158.78/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-1-7" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: bwt-nprotect2-net, report-nprotect-net"
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
  cidr_ipv4         = "52.79.192.248/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-1-8" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: bwt-nprotect2-net, report-nprotect-net"
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
  cidr_ipv4         = "110.4.99.100/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-1-9" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: bwt-nprotect2-net, report-nprotect-net"
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
  cidr_ipv4         = "110.4.113.120/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-2-1" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "52.79.41.176/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-2-2" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "52.79.60.175/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-2-3" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "52.79.92.132/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-2-4" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "52.79.148.185/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-2-5" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "52.79.150.220/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-2-6" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "52.79.158.78/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-2-7" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "52.79.192.248/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-2-8" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "61.111.25.11/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-2-9" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "110.45.197.251/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-2-10" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "182.162.74.17/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-2-11" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "182.162.74.254/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-2-12" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "203.233.91.168/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-3-1" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: pg-bankpay-or-kr, mobile-bankpay-or-kr"
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
  cidr_ipv4         = "203.175.190.200/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-3-2" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: pg-bankpay-or-kr, mobile-bankpay-or-kr"
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
  cidr_ipv4         = "203.175.190.213/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-3-3" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: pg-bankpay-or-kr, mobile-bankpay-or-kr"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "203.175.190.200/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-3-4" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: pg-bankpay-or-kr, mobile-bankpay-or-kr"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "203.175.190.213/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-3-5" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: pg-bankpay-or-kr, mobile-bankpay-or-kr"
  ip_protocol       = "tcp"
  from_port         = 5310
  to_port           = 5310
  cidr_ipv4         = "203.175.190.200/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-3-6" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: pg-bankpay-or-kr, mobile-bankpay-or-kr"
  ip_protocol       = "tcp"
  from_port         = 5310
  to_port           = 5310
  cidr_ipv4         = "203.175.190.213/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-3-7" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: pg-bankpay-or-kr, mobile-bankpay-or-kr"
  ip_protocol       = "tcp"
  from_port         = 7443
  to_port           = 7443
  cidr_ipv4         = "203.175.190.200/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-3-8" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: pg-bankpay-or-kr, mobile-bankpay-or-kr"
  ip_protocol       = "tcp"
  from_port         = 7443
  to_port           = 7443
  cidr_ipv4         = "203.175.190.213/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-3-9" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: pg-bankpay-or-kr, mobile-bankpay-or-kr"
  ip_protocol       = "tcp"
  from_port         = 8080
  to_port           = 8080
  cidr_ipv4         = "203.175.190.200/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-3-10" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: pg-bankpay-or-kr, mobile-bankpay-or-kr"
  ip_protocol       = "tcp"
  from_port         = 8080
  to_port           = 8080
  cidr_ipv4         = "203.175.190.213/32"
}

resource "aws_vpc_security_group_egress_rule" "jochi-bankpay-transfer-1248-4" {
  security_group_id = var.jochi-bankpay-transfer-1248-group-1
  description       = "bankpay-transfer 2018.11: ds-yessign-or-kr"
  ip_protocol       = "tcp"
  from_port         = 389
  to_port           = 389
  cidr_ipv4         = "203.233.91.35/32"
}
