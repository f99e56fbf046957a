import { dataOf, keyAt, type RegistryData, type RegistryKey, textOf } from "./registry.ts";

const mostResolvers = 16;

/**
 * Resolvers of the interfaces that are up, of `Tcpip\Parameters` and `Tcpip6\Parameters`: those
 * set by hand, else those from DHCP. An interface is up where one of its addresses is one of the
 * PC's; keys of adapters that are long gone stay in the registry for ever.
 *
 * Source: learn.microsoft.com, "TCP/IP and NBT configuration parameters" (KB314053).
 */
export function resolversOf(
  parameters: readonly (RegistryKey | undefined)[],
  addresses: readonly string[],
): string[] {
  const up = new Set(addresses.map((address) => address.toLowerCase()));
  const isUp = (id: string) =>
    parameters.some((each) => {
      const key = keyAt(each, `Interfaces\\${id}`);
      return ["DhcpIPAddress", "IPAddress"]
        .flatMap((name) => textsOf(dataOf(key, name)))
        .some((address) => up.has(address.toLowerCase()));
    });
  const found = parameters.flatMap((each) =>
    (keyAt(each, "Interfaces")?.keys ?? [])
      .filter(({ name }) => isUp(name))
      .flatMap((key) => {
        const byHand = listOf(textOf(key, "NameServer"));
        return byHand.length > 0 ? byHand : listOf(textOf(key, "DhcpNameServer"));
      }),
  );
  return [...new Set(found)].slice(0, mostResolvers);
}

function listOf(text: string | undefined): string[] {
  return (text ?? "").split(/[\s,;]+/).filter((part) => /^[0-9a-f.:]+$/i.test(part));
}

function textsOf(value: RegistryData | undefined): string[] {
  if (value?.type === "REG_MULTI_SZ") return value.data;
  return value?.type === "REG_SZ" ? [value.data] : [];
}
