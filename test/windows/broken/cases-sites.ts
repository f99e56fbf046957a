import type { BrokenPc, Found } from "./case.ts";
import { at } from "./healthy.ts";

/** Trusted sites: missing, mistyped in each of the guide's five ways, led elsewhere, or not counted. */
const trusts = { remedy: "trusted-sites" };
const lgcns = `[-${at.domains}\\lgcns.com]\n`;
const bankpay = `[-${at.domains}\\bankpay.or.kr]\n`;
const missing = (site: string, owner = "user"): Found => ["site.not-trusted", site, owner];
const mistyped = (site: string): Found => ["site.mistyped", site, "user"];
const entry = (place: string, name: string, zone: number) =>
  `[${at.domains}\\${place}]\n"${name}"=dword:${zone}\n`;

export const siteCases: BrokenPc[] = [
  {
    name: "the wallet's site is missing, for an ordinary user",
    registry: bankpay,
    ordinary: true,
    finds: [missing("bankpay")],
    treats: trusts,
    always: true,
  },
  {
    name: "the shop's site is missing",
    registry: lgcns,
    finds: [missing("lgcns")],
    treats: trusts,
  },
  {
    name: "there is no list of sites at all",
    registry: `[-${at.user}\\ZoneMap]\n`,
    finds: [missing("lgcns bankpay")],
    treats: trusts,
  },
  {
    name: "http://*.lgcns.com",
    registry: lgcns + entry("lgcns.com", "http", 2),
    finds: [mistyped("lgcns")],
    treats: trusts,
  },
  {
    name: "https://*.lgcns.com",
    registry: lgcns + entry("lgcns.com", "https", 2),
    finds: [mistyped("lgcns")],
    treats: trusts,
  },
  {
    name: "www.bankpay.or.kr",
    registry: bankpay + entry("bankpay.or.kr\\www", "*", 2),
    finds: [mistyped("bankpay")],
    treats: trusts,
  },
  {
    name: "*.bankpay.co.kr",
    registry: bankpay + entry("bankpay.co.kr", "*", 2),
    finds: [mistyped("bankpay")],
    treats: trusts,
  },
  {
    name: "https://*.bankpay.or.kr",
    registry: bankpay + entry("bankpay.or.kr", "https", 2),
    finds: [mistyped("bankpay")],
    treats: trusts,
  },
  {
    name: "a trusted site stands among the restricted ones",
    registry: entry("bankpay.or.kr", "*", 4),
    finds: [missing("bankpay")],
    treats: trusts,
  },
  {
    name: "one server of a trusted site is led into the Internet zone",
    registry: entry("bankpay.or.kr\\www", "https", 3),
    finds: [missing("bankpay")],
    treats: trusts,
  },
  {
    name: "a policy keeps the list of sites, and has none of them",
    registry: `[${at.settingsPolicy}]\n"ListBox_Support_ZoneMapKey"=dword:1\n`,
    finds: [missing("lgcns bankpay", "pc-admin")],
    treats: { remedy: "trusted-sites", refused: ["policy-rules"] },
  },
  {
    name: "only the whole PC's sites count, and an administrator is there",
    registry: `[${at.settingsPolicy}]\n"Security_HKLM_only"=dword:1\n`,
    finds: [missing("lgcns bankpay", "pc-admin")],
    treats: trusts,
  },
  {
    name: "only the whole PC's sites count, and nobody may change them",
    registry: `[${at.settingsPolicy}]\n"Security_HKLM_only"=dword:1\n`,
    ordinary: true,
    finds: [missing("lgcns bankpay", "pc-admin")],
    treats: { remedy: "trusted-sites", refused: ["machine-zones-only"] },
  },
];
