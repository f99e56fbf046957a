import type { InterfaceMatch } from "../../policy.ts";
import { ConfigError } from "../../source.ts";

/** From where to where a row matches; what is not given is any zone. */
export interface Crossing {
  input?: InterfaceMatch;
  output?: InterfaceMatch;
  /** Whether the kind of rule holds for it; where zones have no name in the file it may not. */
  certain: boolean;
}

export interface ZoneBook {
  /** Zones that the file names. */
  names: readonly string[];
  /** `undefined` stands for any zone. */
  crossings(type: RuleType, from: Zones, to: Zones): readonly Crossing[];
}

export type RuleType = "universal" | "intrazone" | "interzone";
export type Zones = readonly string[] | undefined;

/** Rows number their interfaces with 16 bits. */
const mostMatches = 60_000;

export function zoneBook(names: readonly string[]): ZoneBook {
  const matches = new Map<string, InterfaceMatch>();

  function match(list: readonly string[], negated = false): InterfaceMatch {
    const key = `${negated}\n${list.join("\n")}`;
    const known = matches.get(key);
    if (known) return known;
    if (matches.size >= mostMatches) throw new ConfigError("firewall.config.too-large", 0);
    const fresh = { names: list, negated };
    matches.set(key, fresh);
    return fresh;
  }

  function universal(from: Zones, to: Zones): Crossing {
    return {
      ...(from && { input: match(from) }),
      ...(to && { output: match(to) }),
      certain: true,
    };
  }

  function within(from: Zones, to: Zones): Crossing[] {
    const both = (from ?? names).filter((zone) => to?.includes(zone) ?? true);
    const inside = both.map((zone) => universal([zone], [zone]));
    return from || to ? inside : [...inside, elsewhere()];
  }

  function between(from: Zones, to: Zones): Crossing[] {
    const crossing = (from ?? names).flatMap((zone) => {
      if (to === undefined)
        return [{ input: match([zone]), output: match([zone], true), certain: true }];
      const others = to.filter((other) => other !== zone);
      return others.length > 0 ? [universal([zone], others)] : [];
    });
    if (from) return crossing;
    if (names.length === 0) return [elsewhere()];
    const input = match(names, true);
    if (to) return [...crossing, { input, output: match(to), certain: true }];
    return [...crossing, { input, output: match(names), certain: true }, elsewhere()];
  }

  /** Between zones that the file does not name: whether it is one and the same cannot be said. */
  function elsewhere(): Crossing {
    return { input: match(names, true), output: match(names, true), certain: false };
  }

  return {
    names,
    crossings(type, from, to) {
      if (type === "universal") return [universal(from, to)];
      return type === "intrazone" ? within(from, to) : between(from, to);
    },
  };
}
