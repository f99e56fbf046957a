import type { FirewallAction, World } from "../../machine/world.ts";
import { net } from "./network.ts";

/** nftables' words for what the world's firewall does. */
const verdicts: Record<FirewallAction, string> = {
  accept: "accept",
  drop: "drop",
  "tcp-reset": "reject with tcp reset",
  "icmp-net-unreachable": "reject with icmp type net-unreachable",
  "icmp-host-unreachable": "reject with icmp type host-unreachable",
  "icmp-port-unreachable": "reject with icmp type port-unreachable",
  "icmp-net-prohibited": "reject with icmp type net-prohibited",
  "icmp-host-prohibited": "reject with icmp type host-prohibited",
  "icmp-admin-prohibited": "reject with icmp type admin-prohibited",
};

/** The largest packet that passes where a tunnel is too narrow and says nothing about it. */
const narrowBytes = 1_200;
const lossUnits = 10_000;

/** The router's whole ruleset. Loaded as one transaction: no packet ever sees half of it. */
export function ruleset({ firewall, link }: Pick<World, "firewall" | "link">): string {
  const lost = Math.round(Math.min(1, Math.max(0, link.loss)) * lossUnits);
  const loss = lost > 0 ? [`numgen random mod ${lossUnits} < ${lost} drop`] : [];
  const narrow = firewall.mtuBlackholes.flatMap((address) => [
    `ip daddr ${address} ip length > ${narrowBytes} drop`,
    `ip saddr ${address} ip length > ${narrowBytes} drop`,
  ]);
  const rules = rulesOf(firewall.rules);
  return `table inet jochi
delete table inet jochi
table inet jochi {
  chain forward {
    type filter hook forward priority 0; policy accept;
    oifname "${net.wan}" jump way
    iifname "${net.wan}" jump way
    iifname "${net.lan}" oifname "${net.wan}" jump out
  }
  chain way {
    ${[...loss, ...narrow].join("\n    ")}
  }
  chain out {
    ${[...rules, `meta l4proto tcp ${verdicts[firewall.policy]}`].join("\n    ")}
  }
}
`;
}

/**
 * One rule for each run of rules with one outcome: the kernel takes a transaction of some 200 KB from
 * a namespace without rights outside of it, and a rule for each row of a long guide would be more.
 */
function rulesOf(rules: World["firewall"]["rules"]): string[] {
  const lines: string[] = [];
  let run: { action: FirewallAction; members: Set<string> } | undefined;
  const finish = () => {
    if (!run) return;
    const members = [...run.members].join(", ");
    lines.push(`ip daddr . tcp dport { ${members} } ${verdicts[run.action]}`);
    run = undefined;
  };
  for (const { address, port, action } of rules) {
    if (run && (run.action !== action || address === undefined || port === undefined)) finish();
    if (address !== undefined && port !== undefined) {
      run ??= { action, members: new Set() };
      run.members.add(`${address} . ${port}`);
      continue;
    }
    const to = address === undefined ? "" : `ip daddr ${address} `;
    const at = port === undefined ? "meta l4proto tcp" : `tcp dport ${port}`;
    lines.push(`${to}${at} ${verdicts[action]}`);
  }
  finish();
  return lines;
}
