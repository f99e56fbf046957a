import fc from "fast-check";
import type { Effect, SystemWorld } from "../../src/machine/memory/system-world.ts";
import type { RegistryValue } from "../../src/windows/registry.ts";
import { dword, put, services, sz, text, uninstall, windowsPc, zoneMap } from "./_patient.ts";
import { filesFolder, installer, withOwnRoot } from "./_pins.ts";

const settings = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
const newWindows = "HKCU\\Software\\Microsoft\\Internet Explorer\\New Windows";
const edge = "HKLM\\Software\\Policies\\Microsoft\\Edge";

const zone = fc.integer({ min: 0, max: 4 });
const entry = fc.tuple(
  fc.constantFrom(
    "bankpay.or.kr",
    "BankPay.or.kr\\www",
    "bankpay.or.kr\\pg",
    "bankpay.co.kr",
    "lgcns.com",
    "lgcns.com\\pay",
    "example.com",
  ),
  fc.constantFrom("*", "http", "https"),
  zone,
);
const hostsTexts = [
  "",
  "# hosts\r\n127.0.0.1 localhost\r\n",
  "127.0.0.1\tlocalhost\n# no line end",
  "\xef\xbb\xbf# \xc7\xd1\xb1\xdb\r\n1.2.3.4 other\r\n\r\n",
  "127.0.0.1 pfs.nprotect.com # ours already\r\n",
];
const service = fc.constantFrom("absent", "stopped", "running", "disabled");

/** A PC in one of very many states. */
export const worlds: fc.Arbitrary<SystemWorld> = fc
  .record({
    elevated: fc.boolean(),
    entries: fc.uniqueArray(entry, {
      maxLength: 6,
      selector: ([a, b]) => `${a} ${b}`.toLowerCase(),
    }),
    popupMgr: fc.constantFrom(undefined, 0, 1, "yes", "no"),
    allowed: fc.subarray(["*.lgcns.com", "*.other.kr"]),
    edgeList: fc.option(fc.subarray(["[*.]lgcns.com", "[*.]other.kr", "https://x.kr"])),
    hosts: fc.option(fc.constantFrom(...hostsTexts)),
    nos: fc.boolean(),
    toolbar: fc.boolean(),
    nossvc: service,
    ipinside: service,
    proxy: fc.constantFrom("none", "hand", "hand-local", "script"),
    bare: fc.boolean(),
  })
  .map(build);

/** A PC in which every action has something to do. */
export function troubled(elevated: boolean): SystemWorld {
  return build({
    elevated,
    entries: [
      ["bankpay.co.kr", "*", 2],
      ["bankpay.or.kr\\www", "*", 2],
      ["lgcns.com", "https", 2],
    ],
    popupMgr: 1,
    allowed: ["*.other.kr"],
    edgeList: ["https://x.kr"],
    hosts: "# hosts\r\n127.0.0.1 localhost\r\n",
    nos: false,
    toolbar: true,
    nossvc: "absent",
    ipinside: "stopped",
    proxy: "hand",
    bare: false,
  });
}

interface Shape {
  elevated: boolean;
  entries: [string, string, number][];
  popupMgr: string | number | undefined;
  allowed: string[];
  edgeList: string[] | null;
  hosts: string | null;
  nos: boolean;
  toolbar: boolean;
  nossvc: string;
  ipinside: string;
  proxy: string;
  bare: boolean;
}

function build(shape: Shape): SystemWorld {
  const world = windowsPc({ elevated: shape.elevated });
  world.files.push(text(`${filesFolder}\\nos_setup.exe`, installer.toString("latin1")));
  withOwnRoot(world);
  world.programs.push({
    path: `${filesFolder}\\nos_setup.exe`,
    code: 0,
    effects: nosEffects(true),
  });
  if (shape.bare) {
    world.registry[0]!.keys = [];
    // Windows' own certificate program makes it, and never takes it away.
    put(world, "HKCU\\Software\\Microsoft\\SystemCertificates\\Root\\Certificates", []);
  }
  for (const [path, name, value] of shape.entries)
    addValue(world, `${zoneMap}\\Domains\\${path}`, dword(name, value));
  const { popupMgr } = shape;
  if (typeof popupMgr === "number") addValue(world, newWindows, dword("PopupMgr", popupMgr));
  if (typeof popupMgr === "string") addValue(world, newWindows, sz("PopupMgr", popupMgr));
  for (const name of shape.allowed)
    addValue(world, `${newWindows}\\Allow`, { name, value: { type: "hex", id: 3, data: "0000" } });
  for (const [at, data] of (shape.edgeList ?? []).entries()) {
    addValue(world, `${edge}\\PopupsAllowedForUrls`, sz(String(at * 2 + 1), data));
    addValue(world, `${edge}\\LoopbackNetworkAllowedForUrls`, sz(String(at + 1), data));
  }
  const hosts = "C:\\Windows\\System32\\drivers\\etc\\hosts";
  world.files = world.files.filter(({ path }) => path !== hosts);
  if (shape.hosts !== null) world.files.push(text(hosts, shape.hosts));
  if (shape.nos) for (const effect of nosEffects(true).slice(0, 2)) applyEffect(world, effect);
  world.programs.push({
    path: `${nosFolder}\\nProtectUninstaller.exe`,
    code: 0,
    effects: nosEffects(false),
  });
  if (shape.toolbar) addToolbar(world, shape.elevated);
  if (shape.nos) addService(world, "nossvc", shape.nossvc);
  addService(world, "I3GMainSvc", shape.ipinside);
  addProxy(world, shape.proxy);
  world.files.push(
    text("C:\\Users\\user\\AppData\\Local\\Microsoft\\Windows\\INetCache\\a.htm", "x"),
  );
  return world;
}

const nosFolder = "C:\\Program Files (x86)\\INCAInternet\\nProtect Online Security";
const nosKey = `${uninstall}\\nProtect Online Security`;

function nosEffects(there: boolean): Effect[] {
  const path = `${nosFolder}\\nProtectUninstaller.exe`;
  const values = [
    sz("DisplayName", "nProtect Online Security V1.0(PFS)"),
    sz("DisplayVersion", "2025.1.20.2"),
    sz("InstallLocation", nosFolder),
    sz("UninstallString", `"${path}" /silent`),
  ];
  const key: Effect = { do: "key", path: nosKey, view: "32", values: there ? values : null };
  const file: Effect = there
    ? { do: "file", path, base64: Buffer.from("MZ").toString("base64") }
    : { do: "remove", path };
  const service: Effect = {
    do: "key",
    path: `${services}\\nossvc`,
    values: there ? [dword("Start", 2)] : null,
  };
  const stops: Effect = { do: "service", name: "nossvc", running: false };
  return there ? [file, key, service] : [key, file, stops, service];
}

function applyEffect(world: SystemWorld, effect: Effect): void {
  if (effect.do === "file") world.files.push({ path: effect.path, base64: effect.base64 });
  if (effect.do !== "key" || effect.values === null) return;
  put(world, effect.path.replace("HKLM\\Software", "HKLM\\Software\\WOW6432Node"), effect.values);
}

/** Installed for whoever may remove it: with an administrator's rights nobody's own is started. */
function addToolbar(world: SystemWorld, elevated: boolean): void {
  const folder = elevated ? "C:\\Program Files" : "C:\\Users\\user\\AppData\\Local";
  const path = `${folder}\\ALToolbar\\Uninstall ALToolbar.exe`;
  const key = elevated ? uninstall : uninstall.replace("HKLM", "HKCU");
  put(world, `${key}\\ALToolbar`, [sz("DisplayName", "알툴바"), sz("UninstallString", path)]);
  world.files.push(text(path, "MZ"));
  world.programs.push({
    path,
    code: 0,
    effects: [
      { do: "key", path: `${key}\\ALToolbar`, values: null },
      { do: "remove", path },
    ],
  });
}

function addService(world: SystemWorld, name: string, state: string): void {
  if (state === "absent") return;
  put(world, `${services}\\${name}`, [dword("Start", state === "disabled" ? 4 : 2)]);
  if (state === "running") world.running.push(name);
}

function addProxy(world: SystemWorld, proxy: string): void {
  if (proxy === "none") return;
  addValue(world, settings, dword("ProxyEnable", proxy.startsWith("hand") ? 1 : 0));
  addValue(world, settings, sz("ProxyServer", "10.0.0.1:3128"));
  if (proxy === "hand-local") addValue(world, settings, sz("ProxyOverride", "<local>;localhost"));
  if (proxy === "script") addValue(world, settings, sz("AutoConfigURL", "http://10.0.0.1/p.pac"));
  if (proxy === "hand") addValue(world, `${settings}\\Connections`, connection("<local>"));
}

function connection(bypass: string): RegistryValue {
  const part = (content: string) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(content.length);
    return [length, Buffer.from(content, "latin1")];
  };
  const head = Buffer.alloc(12);
  for (const [at, number] of [70, 5, 3].entries()) head.writeUInt32LE(number, at * 4);
  const bytes = Buffer.concat([
    head,
    ...part("10.0.0.1:3128"),
    ...part(bypass),
    ...part(""),
    Buffer.alloc(32),
  ]);
  return {
    name: "DefaultConnectionSettings",
    value: { type: "hex", id: 3, data: bytes.toString("hex") },
  };
}

/** Sets one value of a key and leaves its others. */
function addValue(world: SystemWorld, path: string, value: RegistryValue): void {
  const keys = path.split("\\");
  let list = world.registry;
  let values: RegistryValue[] = [];
  for (const name of keys) {
    const key = list.find((one) => one.name.toLowerCase() === name.toLowerCase());
    values = key?.values ?? [];
    list = key?.keys ?? [];
  }
  const rest = values.filter(({ name }) => name !== value.name);
  put(world, path, [...rest, value]);
}
