# Jochi: guide bankpay-transfer, edition 2018.11
# jochi-bankpay-transfer-1248-1: rows bwt-nprotect2-net, report-nprotect-net
# jochi-bankpay-transfer-1248-2: rows bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr
# jochi-bankpay-transfer-1248-3: rows pg-bankpay-or-kr, mobile-bankpay-or-kr
# jochi-bankpay-transfer-1248-4: rows ds-yessign-or-kr
# This file replaces jochi-bankpay-transfer-1248-aws-terraform.tf; applying it destroys the rules.

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-1-1

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-1-2

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-1-3

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-1-4

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-1-5

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-1-6

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-1-7

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-1-8

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-1-9

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-2-1

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-2-2

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-2-3

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-2-4

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-2-5

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-2-6

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-2-7

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-2-8

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-2-9

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-2-10

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-2-11

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-2-12

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-3-1

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-3-2

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-3-3

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-3-4

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-3-5

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-3-6

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-3-7

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-3-8

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-3-9

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-3-10

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-bankpay-transfer-1248-4

  lifecycle {
    destroy = true
  }
}
