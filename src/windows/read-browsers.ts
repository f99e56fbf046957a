import type { Browser, InstalledProgram } from "../evidence/pc-outcome.ts";
import { type RegistryKey, textOf } from "./registry.ts";

type BrowserId = Browser["id"];

/** What tells of browsers; keys that are not there are undefined. */
export interface BrowserKeys {
  /** `Software\Clients\StartMenuInternet` of both hives: who has registered as a browser. */
  registered: readonly (RegistryKey | undefined)[];
  /** `HKLM\Software\Microsoft\Internet Explorer`. */
  explorer: RegistryKey | undefined;
  /** `…\UrlAssociations\https\UserChoice`: what opens a web address. */
  userChoice: RegistryKey | undefined;
  programs: readonly Pick<InstalledProgram, "name" | "version">[];
}

interface Kind {
  id: BrowserId;
  registered: RegExp;
  uninstall: RegExp;
  /** How the identifiers of its file types begin. */
  progId: RegExp;
}

/** Source: entries of installed browsers, as their installers write them. */
const kinds: Kind[] = [
  {
    id: "edge",
    registered: /^Microsoft Edge$/i,
    uninstall: /^Microsoft Edge$/i,
    progId: /^MSEdge/i,
  },
  {
    id: "chrome",
    registered: /^Google Chrome(\.|$)/i,
    uninstall: /^(Google )?Chrome$/i,
    progId: /^Chrome(HTML|BHTML)/i,
  },
  {
    id: "whale",
    registered: /whale/i,
    uninstall: /^(naver )?whale|^네이버 웨일/i,
    progId: /^Whale/i,
  },
  {
    id: "firefox",
    registered: /^(FIREFOX\.EXE|Firefox(-|$))/i,
    uninstall: /^Mozilla Firefox\b/i,
    progId: /^Firefox/i,
  },
];
const longest = 1_000;

/**
 * Browsers that are installed, their versions (empty where their entries tell none), and which of
 * them opens web addresses. Internet Explorer counts while Windows has its key, also where Edge has taken its
 * place on the desktop: its settings still hold for IE mode.
 */
export function browsersOf(keys: BrowserKeys): Browser[] {
  const chosen = textOf(keys.userChoice, "ProgId") ?? "";
  const explorer = explorerVersion(keys.explorer);
  const found: Browser[] = kinds.flatMap(({ id, registered, uninstall, progId }) => {
    const entries = keys.programs.filter(({ name }) => uninstall.test(name));
    const isRegistered = keys.registered.some((key) =>
      key?.keys.some(({ name }) => registered.test(name)),
    );
    if (entries.length === 0 && !isRegistered) return [];
    const version = entries.find((entry) => entry.version !== undefined)?.version ?? "";
    return [{ id, version: version.slice(0, longest), default: progId.test(chosen) }];
  });
  if (explorer === undefined) return found;
  return [{ id: "ie", version: explorer, default: /^IE\./i.test(chosen) }, ...found];
}

/** `Version` stopped at 9; later ones tell the truth in `svcVersion`. */
function explorerVersion(key: RegistryKey | undefined): string | undefined {
  return (textOf(key, "svcVersion") ?? textOf(key, "Version"))?.slice(0, longest);
}

/**
 * A version from a key of a browser's maker: `BLBeacon` of a Chromium browser (`version`), its
 * updater (`pv`), Firefox (`CurrentVersion`, with more words behind it).
 */
export function makerVersion(key: RegistryKey | undefined): string | undefined {
  const version =
    textOf(key, "version") ?? textOf(key, "pv") ?? textOf(key, "CurrentVersion")?.split(" ")[0];
  return version?.slice(0, longest) || undefined;
}
