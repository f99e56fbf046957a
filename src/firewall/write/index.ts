import { awsSecurityGroup } from "./aws-security-group.ts";
import { awsTerraform } from "./aws-terraform.ts";
import { azureNsg } from "./azure-nsg.ts";
import { checkpoint } from "./checkpoint.ts";
import { ciscoAsa } from "./cisco-asa.ts";
import { ciscoIos } from "./cisco-ios.ts";
import { edl } from "./edl.ts";
import { fortios } from "./fortios.ts";
import { gcp } from "./gcp.ts";
import { iptables } from "./iptables.ts";
import { juniperSrx } from "./juniper-srx.ts";
import { mikrotik } from "./mikrotik.ts";
import { mud } from "./mud.ts";
import { nftables } from "./nftables.ts";
import { pac } from "./pac.ts";
import { panos } from "./panos.ts";
import { pf } from "./pf.ts";
import { rfc8519 } from "./rfc8519.ts";
import { squid } from "./squid.ts";
import { windowsNetsh } from "./windows-netsh.ts";
import { windowsPowershell } from "./windows-powershell.ts";
import type { Writer } from "./writer.ts";

/** Every kind of firewall that rules can be written for, by id. */
export const writers: Record<string, Writer> = {
  nftables,
  iptables,
  "windows-powershell": windowsPowershell,
  "windows-netsh": windowsNetsh,
  panos,
  fortios,
  "cisco-asa": ciscoAsa,
  "cisco-ios": ciscoIos,
  "juniper-srx": juniperSrx,
  checkpoint,
  "aws-security-group": awsSecurityGroup,
  "aws-terraform": awsTerraform,
  "azure-nsg": azureNsg,
  gcp,
  mikrotik,
  pf,
  edl,
  squid,
  pac,
  rfc8519,
  mud,
};

/** A reader's id where it is not its writer's: what is read is wider than what is written. */
const otherIds: Readonly<Record<string, string>> = {
  aws: "aws-security-group",
  azure: "azure-nsg",
};

/** The writer for a kind of configuration that was read, where there is one. */
export function writerFor(vendor: string): Writer | undefined {
  const id = otherIds[vendor] ?? vendor;
  return Object.hasOwn(writers, id) ? writers[id] : undefined;
}
