import { answerFor, causeOnHost, provableHosts, serveAt, strangeAddress } from "./_name.ts";
import type { Fault } from "./fault.ts";

export const dnsHijack: Fault = {
  id: "dns.hijack",
  verdict: "dns.hijack",
  layer: "name",
  title: {
    ko: "DNS가 다른 서버의 주소를 돌려줌",
    en: "DNS leads the name to somebody else's server",
  },
  targets: (_world, guide) => provableHosts(guide),
  apply(world, target, guide) {
    const broken = structuredClone(world);
    const address = strangeAddress(world, target, "198.51.100");
    serveAt(broken, guide, target, address);
    for (const [authority, service] of Object.entries(broken.services)) {
      if (authority.startsWith(`${address}:`)) service.hosts = ["somebody-else.lab.invalid"];
    }
    answerFor(broken, target, { kind: "addresses", addresses: [address] });
    return broken;
  },
  expect: (world, guide, target) =>
    causeOnHost(guide, target, strangeAddress(world, target, "198.51.100"), "dns.hijack"),
};
