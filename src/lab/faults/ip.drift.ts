import { answerFor, causeOnHost, provableHosts, serveAt, strangeAddress } from "./_name.ts";
import type { Fault } from "./fault.ts";

export const ipDrift: Fault = {
  id: "ip.drift",
  verdict: "ip.drift",
  layer: "name",
  title: {
    ko: "서버가 새 주소로 옮겨짐(방화벽 열림)",
    en: "The server moved to a new address that is open",
  },
  targets: (_world, guide) => provableHosts(guide),
  apply(world, target, guide) {
    const broken = structuredClone(world);
    const address = strangeAddress(world, target, "203.0.113");
    serveAt(broken, guide, target, address);
    answerFor(broken, target, { kind: "addresses", addresses: [address] });
    return broken;
  },
  expect: (world, guide, target) =>
    causeOnHost(guide, target, strangeAddress(world, target, "203.0.113"), "ip.drift"),
};
