import { addressKind } from "../../../lint/addresses.ts";

/** One address of a cell, with the ports that are written behind it. */
export interface CellAddress {
  /** An address or a block; what looks like one and cannot be one stays as it is. */
  text: string;
  ports?: string;
}

export interface AddressesRead {
  addresses: CellAddress[];
  /** Ranges, which a guide holds as blocks: as it stands there, and how many they became. */
  ranges: { text: string; blocks: number }[];
  /** Last numbers alone, as in `192.0.2.10, 11`, and the addresses that they were taken for. */
  short: { text: string; taken: string }[];
  /** Words that are no address. */
  rest: string;
}

const v4 = "\\d{1,3}(?:[.,]\\d{1,4}){2,4}";
const mask = "255(?:\\.\\d{1,3}){3}";
const stars = "(?:\\d{1,3}\\.){1,3}(?:\\*|[xX]{1,3})(?:\\.(?:\\*|[xX]{1,3}))*";
/** An address or what is meant to be one: as a range, with its block, or with its ports. */
const piece = new RegExp(
  [
    `(?<![\\w.])(?:(${v4})\\s*~\\s*(\\d{1,3}(?:\\.\\d{1,3}){3}|\\d{1,3})(?![\\w.])`,
    `(${v4})\\s*/\\s*(${mask})`,
    `(${stars}|${v4}(?:/\\d{1,3}(?!\\d))?)(?::(\\d{1,5}(?:~\\d{1,5})?))?)`,
  ].join("|"),
  "g",
);
/** What stands between two whole addresses, where it could be part of either. */
const between = /(\d)\s*[,/]\s*(?!255\.)(?=\d{1,3}(?:\.\d{1,3}){3}(?![\d.]))/g;
const v6 =
  /(?<![\w:.])(?=[0-9A-Fa-f]*:[0-9A-Fa-f:.]*:)[0-9A-Fa-f:.]{2,45}(?:\/\d{1,3})?(?![\w:.])/g;

export function readAddresses(cell: string): AddressesRead {
  const read: AddressesRead = { addresses: [], ranges: [], short: [], rest: "" };
  const text = cell
    .replace(/[‐‑–—−∼〜]/g, "~")
    .replace(/(\d)\s*-\s*(?=\d)/g, "$1~")
    .replace(between, "$1 ");
  const found: (CellAddress & { at: number })[] = [];
  const without = text
    .replace(v6, (whole: string, at: number) => {
      found.push({ text: whole, at });
      return " ".repeat(whole.length);
    })
    .replace(piece, (...groups) => {
      const [whole, first, last, masked, bits, single, ports] = groups as string[];
      const at = groups.at(-2) as unknown as number;
      if (first !== undefined) {
        const blocks = blocksOf(first, /\./.test(last!) ? last! : withLast(first, last!));
        if (blocks) read.ranges.push({ text: whole!, blocks: blocks.length });
        for (const each of blocks ?? [whole!]) found.push({ text: each, at });
      } else if (masked !== undefined) found.push({ text: blockOf(masked, bits!) ?? whole!, at });
      else found.push({ text: starred(single!), at, ...(ports !== undefined && { ports }) });
      return " ".repeat(whole!.length);
    });
  found.sort((a, b) => a.at - b.at);
  read.addresses = found.map(({ at: _, ...address }) => address);
  read.rest = takeShort(without, read);
  return read;
}

const shortNumbers = /^\d{1,3}(?:\s*[,/·ㆍ]\s*\d{1,3})*$/;

/** Numbers behind an address: `192.0.2.10, 11` and `192.0.2.10/11` end in other last numbers. */
function takeShort(without: string, read: AddressesRead): string {
  const first = read.addresses.at(-1)?.text;
  const rest = without.replace(/^[\s,/;·ㆍ&+|]+|[\s,/;·ㆍ&+|]+$/g, "");
  const isShort = first !== undefined && /^[\d.]+$/.test(first) && shortNumbers.test(rest);
  const numbers = isShort ? rest.split(/\D+/) : [];
  const taken = numbers.map((each) => withLast(first ?? "", each));
  if (!isShort || taken.some((each) => addressKind(each) === "not-an-address")) {
    return without.replace(/[\s,/;·ㆍ&+|]+|\(\s*\)/g, " ").trim();
  }
  for (const [at, text] of taken.entries()) {
    read.addresses.push({ text });
    read.short.push({ text: numbers[at]!, taken: text });
  }
  return "";
}

function withLast(address: string, last: string): string {
  return address.replace(/\d+$/, last);
}

/** `192.0.2.*` is every address below. */
function starred(text: string): string {
  if (!/[*x]/i.test(text)) return text;
  const parts = text.split(".");
  const known = parts.filter((each) => /^\d+$/.test(each));
  if (parts.length !== 4 || known.length === 0) return text;
  return `${[...known, "0", "0", "0"].slice(0, 4).join(".")}/${known.length * 8}`;
}

function blockOf(address: string, bits: string): string | undefined {
  const value = numberOf(bits);
  if (value === undefined) return undefined;
  const ones = value.toString(2).padStart(32, "0");
  return /^1*0*$/.test(ones)
    ? `${address}/${ones.indexOf("0") < 0 ? 32 : ones.indexOf("0")}`
    : undefined;
}

/** The fewest blocks that hold every address from the first to the last and no other. */
function blocksOf(first: string, last: string): string[] | undefined {
  const [from, to] = [numberOf(first), numberOf(last)];
  if (from === undefined || to === undefined || to < from) return undefined;
  const blocks: string[] = [];
  for (let at = from; at <= to; ) {
    let bits = 32;
    while (bits > 1) {
      const size = 2 ** (33 - bits);
      if (at % size !== 0 || at + size - 1 > to) break;
      bits -= 1;
    }
    blocks.push(bits === 32 ? dotted(at) : `${dotted(at)}/${bits}`);
    at += 2 ** (32 - bits);
  }
  return blocks;
}

function numberOf(text: string): number | undefined {
  if (addressKind(text) === "not-an-address") return undefined;
  return text.split(".").reduce((sum, each) => sum * 256 + Number(each), 0);
}

function dotted(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
}
