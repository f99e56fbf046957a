import { readPolicy } from "./iptables/policy.ts";
import { kind } from "./kinds/iptables.ts";
import type { Reader } from "./reader.ts";

export const iptables: Reader = {
  ...kind,
  read: (source, options) => readPolicy(source, options),
};
