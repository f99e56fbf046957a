import { type Guide, rowId, rowsOf } from "../../guide/guide.ts";
import type { World } from "../../machine/world.ts";
import { expectedOf } from "../expected.ts";
import { installed, setServices } from "../faults/_pc.ts";
import { applyFaults } from "../faults/apply.ts";
import { faultNamed } from "../faults/index.ts";
import { installedName, worldOf } from "../world-of.ts";
import { agentCases } from "./agent-cases.ts";
import type { Case } from "./case.ts";
import { certificateCases } from "./certificate-cases.ts";
import { type Change, type Make, maker } from "./maker.ts";
import { policyCases } from "./policy-cases.ts";

/** The day by which the lab's browsers are new; one that asks before pages reach the PC. */
const askingBrowser = { id: "chrome", version: "148.0.7778.97", default: false } as const;

/**
 * What the faults leave out: each further name, place, version and origin that a guide knows, once
 * where it has to be good enough and once where it just is not.
 */
export function moreCases(guide: Guide): Case[] {
  const healthy = worldOf(guide);
  const make = maker(guide, healthy);
  return [
    ...browserCases(guide, make),
    ...policyCases(guide, make),
    ...programCases(guide, make),
    ...originCases(guide, make),
    ...guide.files.flatMap(({ id, paths }) =>
      paths.slice(1).map((path, at) =>
        make(`file-elsewhere:${id}:${at + 2}`, (facts) => {
          facts.paths = [...facts.paths.filter((one) => !paths.includes(one)), path];
        }),
      ),
    ),
    ...agentCases(guide, healthy),
    ...certificateCases(guide, healthy),
    ...proxiedNames(guide, healthy),
    ...closedPorts(guide, healthy),
  ];
}

/** Each browser alone, of the first version that is served and of the last that is not. */
function browserCases({ browsers }: Guide, make: Make): Case[] {
  const [first] = browsers;
  if (!first) return [];
  return browsers.flatMap(({ id, browser, minimumVersion }) => {
    const only =
      (version: number): Change =>
      (facts) => {
        facts.browsers = [{ id: browser, version: `${version}.0`, default: true }];
        facts.popups = facts.popups.map((one) => ({ ...one, browser }));
      };
    return [
      make(`browser-just-new:${id}`, only(minimumVersion)),
      make(`browser-just-old:${id}`, only(minimumVersion - 1), ["browser.unsupported", first.id]),
    ];
  });
}

function programCases(guide: Guide, make: Make): Case[] {
  const own = guide.programs.filter(({ required }) => required);
  const named =
    (id: string, name: string): Change =>
    (facts) => {
      const entry = installed(facts, guide, id);
      if (entry) entry.name = name;
    };
  return [
    ...own.flatMap(({ id, uninstallNames }) =>
      uninstallNames.map((pattern, at) =>
        make(`program-named:${id}:${at + 1}`, named(id, plain(pattern))),
      ),
    ),
    ...own.flatMap(({ id, minimumVersion }) => {
      const below = minimumVersion && justBelow(minimumVersion);
      if (!below) return [];
      const change: Change = (facts) => {
        const entry = installed(facts, guide, id);
        if (entry) entry.version = below;
      };
      return [make(`program-just-old:${id}`, change, ["program.outdated", id])];
    }),
    ...own.flatMap(({ id, conflictsWith = [] }) =>
      conflictsWith
        .flatMap(({ names }) => names)
        .slice(1)
        .map((pattern, at) => {
          const beside: Change = (facts) =>
            void facts.programs.push({ name: plain(pattern), version: "1.0", state: "complete" });
          return make(`program-beside:${id}:${at + 2}`, beside, ["program.conflict", id]);
        }),
    ),
    ...own.flatMap(({ id, services = [] }) =>
      services.slice(1).map((service, at) => {
        const change: Change = (facts) => {
          setServices(facts, guide, id, "absent");
          for (const one of facts.services ?? []) if (one.name === service) one.state = "stopped";
        };
        return make(`program-stopped-service:${id}:${at + 2}`, change, ["program.stopped", id]);
      }),
    ),
    ...own.flatMap(({ id, installFolders = [] }) =>
      installFolders.map((folder, at): Case => {
        const change: Change = (facts) => {
          const entry = installed(facts, guide, id);
          facts.programs = facts.programs.filter((one) => one !== entry);
          facts.paths = [...facts.paths.filter((path) => !installFolders.includes(path)), folder];
          setServices(facts, guide, id, "absent");
        };
        const made = make(`program-leftover:${id}:${at + 1}`, change, ["program.missing", id]);
        return { ...made, leftover: true };
      }),
    ),
    ...guide.toolbars.flatMap(({ id, names, uninstallNames = [] }) =>
      [...names, ...uninstallNames].slice(1).map((pattern, at) => {
        const there: Change = (facts) =>
          void facts.programs.push({ name: plain(pattern), version: "7.5", state: "complete" });
        return make(`toolbar-named:${id}:${at + 2}`, there, ["toolbar.present", id]);
      }),
    ),
  ];
}

/** A display name as installers write it: where any rest may follow, a version does. */
function plain(pattern: string): string {
  const name = installedName({ uninstallNames: [pattern] });
  return pattern.endsWith("*") ? `${name} 7.5` : name;
}

/** The version before: the last number that can be is one lower. */
function justBelow(version: string): string | undefined {
  const parts = version.split(".").map((part) => Number.parseInt(part, 10) || 0);
  const at = parts.findLastIndex((part) => part > 0);
  if (at < 0) return undefined;
  return parts.map((part, index) => (index < at ? part : index === at ? part - 1 : 9999)).join(".");
}

function originCases({ popups, localNetwork }: Guide, make: Make): Case[] {
  const blocked = popups.map(({ id }) =>
    make(`popup-allowed:${id}`, (facts) => {
      for (const zone of facts.zoneSettings?.zones ?? []) zone.popupBlocker = true;
      for (const popup of facts.popups) popup.blocked = true;
    }),
  );
  const refused = localNetwork.flatMap(({ id, origins }) =>
    origins.map((pattern, at) => {
      const origin = `https://${pattern.replace(/^\w+:\/\//, "").replace(/^\*\./, "www.")}`;
      const change: Change = (facts) => {
        facts.browsers = [...facts.browsers.filter((one) => one.id !== "chrome"), askingBrowser];
        facts.sitePermissions = [
          { browser: "chrome", permission: "loopback-network", origin, setting: "block" },
        ];
      };
      const found: [string, string] = ["local-network-access.denied", id];
      return make(`local-network-refused:${id}:${at + 1}`, change, found);
    }),
  );
  return [...blocked, ...refused];
}

/** A proxy that knows no exception for the name by which pages call an older program. */
function proxiedNames(guide: Guide, healthy: World): Case[] {
  return guide.agents
    .filter(({ name }) => name !== undefined)
    .map(({ id }): Case => {
      const names = ["proxy.healthy:*", `local.older-agent:${id}`];
      const aimed = names.map((name) => {
        const { fault, target = "*" } = faultNamed(name);
        return { fault, target };
      });
      return {
        id: `proxy-takes-name:${id}`,
        world: applyFaults(healthy, guide, aimed),
        expected: { rows: {}, findings: [{ cause: "proxy.captures-loopback" }] },
        mended: applyFaults(healthy, guide, aimed.slice(1)),
      };
    });
}

/** Only at some distance, beside an open port of the same address, is it plain who closed a port. */
function closedPorts(guide: Guide, healthy: World): Case[] {
  const rows = rowsOf(guide);
  const shared = rows.find(({ address, port }) =>
    rows.some((other) => other.address === address && other.port !== port),
  );
  if (!shared) return [];
  const aimed = ["line.delay:20", `tcp.closed:${shared.address}:${shared.port}`].map((name) => {
    const { fault, target = "*" } = faultNamed(name);
    return { fault, target };
  });
  const world = applyFaults(healthy, guide, aimed);
  const expected = expectedOf(world, guide, aimed);
  const mended = applyFaults(healthy, guide, aimed.slice(0, 1));
  return [{ id: `port-closed-far-away:${rowId(shared)}`, world, expected, mended }];
}
