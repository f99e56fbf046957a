import type { Guide } from "../../guide/guide.ts";
import { asIeMode } from "../faults/_pc.ts";
import type { Case } from "./case.ts";
import type { Make } from "./maker.ts";

/** Newer than whatever a guide asks for. */
const newest = "248.0";

/** What policies of an administrator do to browsers and sites, so that no user can put it right. */
export function policyCases(guide: Guide, make: Make): Case[] {
  return [...modeCases(guide, make), ...popupCases(guide, make), ...mistypedCases(guide, make)];
}

/** Edge in the place of Internet Explorer, and its mode for that switched off. */
function modeCases({ browsers }: Guide, make: Make): Case[] {
  const [first] = browsers;
  const rule = browsers.find(({ browser }) => browser === "ie");
  if (!first || !rule || browsers.some(({ browser }) => browser === "edge")) return [];
  const name = "InternetExplorerIntegrationLevel";
  return [
    make(
      `browser-mode-off:${rule.id}`,
      (facts) => {
        facts.browsers = [{ id: "edge", version: newest, default: true }];
        facts.popups = facts.popups.map((one) => ({ ...one, browser: "edge" }));
        facts.browserPolicies = [{ browser: "edge", place: "machine-policy", name, values: ["0"] }];
      },
      ["browser.unsupported", first.id],
    ),
  ];
}

/** Pop-ups of the guide's pages, forbidden in each browser of today that it serves. */
function popupCases({ browsers, popups }: Guide, make: Make): Case[] {
  const served = browsers.filter(({ browser }) => browser === "edge" || browser === "chrome");
  return popups.flatMap(({ id, origins }) =>
    served.flatMap(({ browser }) =>
      origins.map((origin, at) =>
        make(
          `popup-policy:${browser}:${id}:${at + 1}`,
          (facts) => {
            const values = [origin.replace(/^\*\./, "[*.]")];
            const name = "PopupsBlockedForUrls";
            facts.browsers = [{ id: browser, version: newest, default: true }];
            facts.popups = [];
            facts.browserPolicies = [{ browser, place: "machine-policy", name, values }];
          },
          ["popup.blocked", id],
        ),
      ),
    ),
  );
}

/** The administrator mistyped the entry in the policy's list. */
function mistypedCases(guide: Guide, make: Make): Case[] {
  const { sites, wrong } = guide;
  return wrong.map(({ entry, meant }) =>
    make(
      `policy-mistyped:${entry}`,
      (facts) => {
        asIeMode(facts, guide, meant);
        const zones = facts.zoneSettings?.zones ?? [];
        facts.zoneSettings = { machineOnly: false, listFromPolicy: true, zones };
        const right = sites.find(({ id }) => id === meant)?.pattern;
        facts.zoneEntries = facts.zoneEntries.filter((one) => one.entry !== right);
        const listed = sites.filter(({ id }) => id !== meant).map(({ pattern }) => pattern);
        for (const each of [...listed, entry])
          facts.zoneEntries.push({ entry: each, zone: 2, place: "machine-policy" });
      },
      ["site.mistyped", meant],
    ),
  );
}
