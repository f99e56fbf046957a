import { formatBlock, parseBlock, withoutHostBits } from "../block.ts";
import { addressKind } from "./addresses.ts";
import type { LintRule } from "./rule.ts";

export const impossibleAddress: LintRule = {
  id: "impossible-address",
  title: { ko: "있을 수 없는 주소", en: "an address that cannot be" },
  severity: "error",
  messages: {
    "not-an-address": {
      ko: "‘{address}’은(는) IP 주소가 아닙니다",
      en: "‘{address}’ is no IP address",
    },
    everything: {
      ko: "{address}은(는) 모든 주소를 뜻합니다",
      en: "{address} stands for every address",
    },
    "host-bits": {
      ko: "{address}: 접두사 뒤에 남은 비트가 있습니다. 블록은 {block}입니다",
      en: "{address} has bits set behind its prefix; the block is {block}",
    },
    "this-network": { ko: "{address}은(는) 갈 수 없는 주소입니다", en: "{address} leads nowhere" },
    loopback: { ko: "{address}은(는) PC 자신입니다", en: "{address} is the PC itself" },
    "link-local": {
      ko: "{address}은(는) 이웃 장치끼리만 씁니다",
      en: "{address} stays on the link",
    },
    multicast: { ko: "{address}은(는) 멀티캐스트 주소입니다", en: "{address} is multicast" },
    reserved: { ko: "{address}은(는) 예약된 주소입니다", en: "{address} is reserved" },
    broadcast: { ko: "{address}은(는) 브로드캐스트 주소입니다", en: "{address} is broadcast" },
  },
  *check({ guide }) {
    for (const [i, { addresses }] of guide.endpoints.entries()) {
      for (const [j, address] of addresses.entries()) {
        const kind = addressKind(address);
        if (kind === "usable" || kind === "documentation") continue;
        const path = ["endpoints", i, "addresses", j];
        yield { kind: "endpoints", path, message: kind, with: { address, ...blockOf(address) } };
      }
    }
  },
};

/** How the block is rightly written, where the text is one at all. */
function blockOf(address: string): { block?: string } {
  const block = parseBlock(address);
  return block ? { block: formatBlock(withoutHostBits(block)) } : {};
}
