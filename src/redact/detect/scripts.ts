import { redactBlock, redactPattern } from "../host.ts";
import { isGiven, type Pen } from "../pen.ts";
import { type Detector, groupsOf } from "./detector.ts";

/** The functions by which a proxy's script asks about hosts, and a comparison with one. */
const asked =
  /(?:(?:shExpMatch|dnsDomainIs|localHostOrDomainIs)\s?\([^()"'\n]{0,40}|\bhost\s?={2,3}\s?)["']([^"'\s]{1,200})["']/dgi;
const netAsked =
  /isInNet\s?\([^"'\n]{0,60}["'](\d{1,3}(?:\.\d{1,3}){3})["']\s?,\s?["'](\d{1,3}(?:\.\d{1,3}){3})["']/dgi;

/** What a proxy's script has in its quotes: names, patterns, and networks with their masks. */
export const findScripts: Detector = function* (text, pen) {
  for (const { start, end } of groupsOf(text, asked, 1)) {
    yield {
      start,
      end,
      kind: "host",
      put: (original) => redactPattern(pen, original),
    };
  }
  for (const { start, end, groups } of groupsOf(text, netAsked, 1)) {
    const bits = (groups[2] ?? "")
      .split(".")
      .map((part) => Number(part).toString(2).padStart(8, "0"));
    const length = bits.join("").replace(/0*$/, "").length;
    const note: Pen["note"] = (kind, token) => pen.note(kind, token.replace(/\/\d+$/, ""));
    const put = (original: string) =>
      isGiven(pen, original)
        ? original
        : redactBlock({ ...pen, note }, `${original}/${length}`).replace(/\/\d+$/, "");
    yield { start, end, kind: "address", put };
  }
};
