/** What clouds and standards set as the longest and the most. */
export const cloudLimits = {
  /** AWS: rules of a security group by default, and groups of an interface at most. */
  awsRules: 60,
  awsGroups: 16,
  /** AWS: the description of one range. */
  awsDescription: 255,
  /** Azure: resources of a template; a network security group takes 1,000 rules. */
  azureRules: 800,
  /** Azure: 4,000 addresses and ports in one rule; both sides together stay below. */
  azurePrefixes: 1000,
  azureDescription: 140,
  /** Google Cloud: ranges of one kind in a VPC firewall rule, below what a command line holds. */
  gcpRanges: 256,
  gcpPorts: 100,
  gcpDescription: 2048,
  /** RFC 8519 has no lists: an entry for each pair of networks and each range of ports. */
  aclEntries: 100_000,
} as const;
