"""One packet against one policy, as Capirca's own checker answers it: prints the term that decides."""
import sys

from capirca.lib import aclcheck, naming, policy

definitions, policy_file, source, destination, port = sys.argv[1:]
with open(policy_file) as file:
    parsed = policy.ParsePolicy(file.read(), naming.Naming(definitions))
check = aclcheck.AclCheck(parsed, src=source, dst=destination, sport="50000", dport=port, proto="tcp")
matches = check.ExactMatches()
print(matches[0].term if matches else "none")
