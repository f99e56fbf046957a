import type { Browser } from "../machine/pc.ts";
import {
  type Action,
  type Hands,
  isElevated,
  nothing,
  type Planned,
  refuse,
  together,
  unread,
} from "./action.ts";
import { addToList, listOf, policyKeys, policyPattern } from "./browser-policy.ts";
import { draftKeys } from "./key-drafts.ts";

/**
 * Lets the pages of the step's rules reach programs on this PC without the browser asking, by the
 * policies of Edge and Chrome. Only an administrator may set them.
 *
 * Source: learn.microsoft.com/deployedge, LoopbackNetworkAllowedForUrls (from 146),
 * LocalNetworkAccessAllowedForUrls (from 140; Chrome 139) and
 * InsecurePrivateNetworkRequestsAllowedForUrls (obsolete after 137).
 */
export const allowLocalNetwork: Action = {
  id: "allow-local-network",
  async plan(hands, { guide, step }) {
    const rules = guide.localNetwork.filter(({ id }) => step.localNetwork?.includes(id));
    const origins = [...new Set(rules.flatMap(({ origins }) => origins))];
    const browsers = await hands.machine.pc.browsers();
    if (browsers.state === "absent") return nothing;
    if (browsers.state !== "found") return unread(browsers, "Edge, Chrome");
    const chromium = browsers.value.filter(({ id }) => policyKeys[id] !== undefined);
    const parts: Planned[] = [];
    for (const browser of chromium) parts.push(await inOne(hands, browser, origins));
    const planned = together(parts);
    if (planned.changes.length === 0 || (await isElevated(hands))) return planned;
    return refuse("needs-admin", chromium.map(({ id }) => id).join(", "));
  },
};

/** The last version that knows nothing but the oldest name. */
const oldestUntil = 137;

async function inOne(hands: Hands, { id, version }: Browser, origins: string[]): Promise<Planned> {
  const { system } = hands.machine;
  const policies = policyKeys[id]!;
  for (const policy of ["LoopbackNetworkBlockedForUrls", "LocalNetworkAccessBlockedForUrls"]) {
    const blocked = await system.readKey(`${policies}\\${policy}`);
    if (blocked.state === "absent") continue;
    if (blocked.state !== "found") return unread(blocked, id);
    const denied = listOf(blocked.value);
    if (origins.some((origin) => denied.includes(policyPattern(origin))))
      return refuse("policy-rules", id, { policy });
  }
  const old = Number.parseInt(version, 10) <= oldestUntil;
  const names = [
    ...(old ? ["InsecurePrivateNetworkRequestsAllowedForUrls"] : []),
    "LocalNetworkAccessAllowedForUrls",
    "LoopbackNetworkAllowedForUrls",
  ];
  const drafts = draftKeys(system);
  for (const name of names) {
    const path = `${policies}\\${name}`;
    const drafted = await addToList(drafts, path, origins, (site) => ({
      key: "treat.about.local-allowed",
      with: { site, browser: id, policy: name },
    }));
    if (!drafted) return refuse("unreadable", id, { code: path });
  }
  return { changes: drafts.changes(), refused: [] };
}
