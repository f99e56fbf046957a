import { BlockList, isIP } from "node:net";

/**
 * With JOCHI_NETWORK=none nothing may leave loopback. The machine asks before it hands anything to
 * the operating system, so that a refused request has sent no packet.
 */
export interface NetworkGuard {
  allowsAddress(address: string): boolean;
  allowsName(name: string): boolean;
}

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

/** IPv4 addresses written as IPv6 (`::ffff:127.0.0.1`) are recognised too. */
export function isLoopback(address: string): boolean {
  const version = isIP(address);
  return version !== 0 && loopback.check(address, version === 4 ? "ipv4" : "ipv6");
}

export function networkGuard(env: NodeJS.ProcessEnv): NetworkGuard {
  if (env.JOCHI_NETWORK !== "none") return { allowsAddress: () => true, allowsName: () => true };
  return {
    allowsAddress: isLoopback,
    // Any other name may send a question to a resolver, even one the hosts file answers.
    allowsName: (name) => isLoopback(name) || name.toLowerCase().replace(/\.$/, "") === "localhost",
  };
}
