import { isKnown, presentIn } from "../evidence/known.ts";
import { type ProxyBlock, readProxyBlock, withBypass } from "../windows/proxy-block.ts";
import { bytesFrom } from "../windows/reg-data.ts";
import { dataOf, keyAt, numberOf, type RegistryKey, textOf } from "../windows/registry.ts";
import { type Action, nothing, refuse, unread } from "./action.ts";
import { draftKeys } from "./key-drafts.ts";

/**
 * Adds the names of the step to those that the user's proxy setting leaves alone, and takes away
 * the word that has even the PC's own names go to the proxy: beside it an exception for such a name
 * leaves open which of them counts. Where an automatic script decides instead, or the setting is the
 * whole PC's, it is left to whoever keeps it.
 *
 * Source: WinINET's values ProxyEnable, ProxyOverride, AutoConfigURL and DefaultConnectionSettings,
 * and the policy ProxySettingsPerUser.
 */
export const bypassProxy: Action = {
  id: "bypass-proxy",
  async plan({ machine: { system } }, { step }) {
    const names = step.names ?? [];
    const subject = names.join(", ");
    const policy = await system.readKey(`HKLM\\Software\\Policies\\${settings}`);
    if (!isKnown(policy)) return unread(policy, subject);
    if (numberOf(presentIn(policy), "ProxySettingsPerUser") === 0)
      return refuse("policy-rules", subject, { policy: "ProxySettingsPerUser" });
    const path = `HKCU\\Software\\${settings}`;
    const read = await system.readKey(path);
    if (read.state === "absent") return nothing;
    if (read.state !== "found") return unread(read, subject);
    const bytes = blockOf(read.value);
    const block = bytes && readProxyBlock(bytes);
    const told = block ?? plain(read.value);
    if ((told.flags & byScript) !== 0)
      return refuse("script-decides", subject, { url: told.pacUrl.slice(0, 500) });
    if ((told.flags & byHand) === 0) return nothing;
    const all = told.bypass.split(/[;\s]+/).filter((each) => each !== "");
    const known = all.filter((each) => each.toLowerCase() !== forced);
    const missing = names.filter(
      (name) => !known.some((each) => each.toLowerCase() === name.toLowerCase()),
    );
    if (missing.length === 0 && known.length === all.length) return nothing;

    const drafts = draftKeys(system);
    const data = [...known, ...missing].join(";");
    const about =
      known.length < all.length
        ? { key: "treat.about.proxy-forced", with: { entry: forced, names: subject } }
        : { key: "treat.about.proxy-bypass", with: { names: missing.join(", ") } };
    const listed = { name: "ProxyOverride", value: { type: "REG_SZ" as const, data } };
    let drafted = await drafts.set(path, listed, about);
    if (block) {
      const changed = withBypass(bytes, data);
      if (!changed) return refuse("unreadable", subject, { code: blockName });
      const hex = Buffer.from(changed).toString("hex");
      const value = { name: blockName, value: { type: "hex" as const, id: 3, data: hex } };
      drafted &&= await drafts.set(`${path}\\Connections`, value, about);
    }
    if (!drafted) return refuse("unreadable", subject, { code: path });
    return { changes: drafts.changes(), refused: [] };
  },
};

const settings = "Microsoft\\Windows\\CurrentVersion\\Internet Settings";
/** Windows itself goes by this block of bytes where there is one. */
const blockName = "DefaultConnectionSettings";
/** Sends even what stays on the PC through the proxy. */
const forced = "<-loopback>";
const byHand = 2;
const byScript = 4;

function blockOf(key: RegistryKey): Uint8Array | undefined {
  const data = dataOf(keyAt(key, "Connections"), blockName);
  return data?.type === "hex" ? bytesFrom(data.data) : undefined;
}

function plain(key: RegistryKey): ProxyBlock {
  const pacUrl = textOf(key, "AutoConfigURL") ?? "";
  const manual = numberOf(key, "ProxyEnable") === 1 ? byHand : 0;
  return {
    flags: manual + (pacUrl === "" ? 0 : byScript),
    server: textOf(key, "ProxyServer") ?? "",
    bypass: textOf(key, "ProxyOverride") ?? "",
    pacUrl,
  };
}
