# Jochi: guide small-mixed, edition 2026.11
# jochi-small-mixed-ac42-1: rows web
# jochi-small-mixed-ac42-2: rows block
# jochi-small-mixed-ac42-3: rows time
# jochi-small-mixed-ac42-6: rows callback
# jochi-small-mixed-ac42-4 is not in here and needs a person: rows name
# jochi-small-mixed-ac42-5 is not in here and needs a person: rows wildcard
# This file replaces jochi-small-mixed-ac42-aws-terraform.tf; applying it destroys the rules.

removed {
  from = aws_vpc_security_group_egress_rule.jochi-small-mixed-ac42-1-1

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-small-mixed-ac42-1-2

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-small-mixed-ac42-1-3

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-small-mixed-ac42-1-4

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-small-mixed-ac42-2-1

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-small-mixed-ac42-2-2

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_egress_rule.jochi-small-mixed-ac42-3

  lifecycle {
    destroy = true
  }
}

removed {
  from = aws_vpc_security_group_ingress_rule.jochi-small-mixed-ac42-6

  lifecycle {
    destroy = true
  }
}
