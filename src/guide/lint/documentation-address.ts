import { addressKind } from "./addresses.ts";
import type { LintRule } from "./rule.ts";

// A note, because guides for trying things out rightly use these addresses.
export const documentationAddress: LintRule = {
  id: "documentation-address",
  title: { ko: "예로만 쓰는 주소", en: "an address for examples" },
  severity: "info",
  messages: {
    documentation: {
      ko: "{address}은(는) 문서의 예로만 쓰는 주소입니다",
      en: "{address} is for examples in documents only",
    },
  },
  *check({ guide }) {
    for (const [i, { addresses }] of guide.endpoints.entries()) {
      for (const [j, address] of addresses.entries()) {
        if (addressKind(address) !== "documentation") continue;
        const path = ["endpoints", i, "addresses", j];
        yield { kind: "endpoints", path, message: "documentation", with: { address } };
      }
    }
  },
};
