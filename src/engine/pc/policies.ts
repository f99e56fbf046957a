import type { Reading } from "../../evidence/outcome.ts";
import type { BrowserPolicy, SitePermission } from "../../evidence/pc-outcome.ts";
import { listReach, type Reach } from "../../windows/url-pattern.ts";
import type { Case } from "../case.ts";
import { foundIn } from "./held.ts";

/** Browsers that are built on Chromium and share its policies and permissions. */
export const chromiumBrowsers = ["chrome", "edge", "whale"] as const;
export type Chromium = (typeof chromiumBrowsers)[number];

/** What one browser's policies and its users' own answers say; undefined where unread. */
export interface BrowserWord {
  /** Values of a policy; none where it is not set, undefined where policies could not be read. */
  policy(name: string): string[] | undefined;
  /** How far a list policy reaches over origins: `all` where it reaches all of each. */
  listed(name: string, origins: readonly string[]): Reach | undefined;
  /** What users answered for pages of these origins; undefined where that could not be read. */
  answers(
    permissions: readonly SitePermission["permission"][],
    origins: readonly string[],
  ): Answers | undefined;
}

export interface Answers {
  allow: SitePermission[];
  block: SitePermission[];
}

export function wordOf(the: Case, browser: Chromium): BrowserWord {
  const policies = readOf(the.book.one("browser-policies"));
  const permissions = readOf(the.book.one("site-permissions"));
  const own = policies?.filter((one) => one.browser === browser);
  const policy = (name: string) => own && valuesOf(own, name);
  return {
    policy,
    listed: (name, origins) => {
      const values = policy(name);
      return values && widest(origins.map((origin) => listReach(values, origin)));
    },
    answers: (wanted, origins) => {
      const about = permissions?.filter(
        (one) =>
          one.browser === browser &&
          wanted.includes(one.permission) &&
          origins.some((origin) => listReach([withoutPath(one.origin)], origin) !== "none"),
      );
      return about && { allow: by(about, "allow"), block: by(about, "block") };
    },
  };
}

/** Evidence of older programs has no such fact: nothing is known, and so nothing is set. */
function readOf<T>(reading: Reading<T[]> | undefined): T[] | undefined {
  return reading === undefined || reading.state === "not-applicable" ? [] : foundIn(reading);
}

/** A policy for the whole PC goes before one for the user. */
function valuesOf(policies: readonly BrowserPolicy[], name: string): string[] {
  const named = policies.filter((one) => one.name.toLowerCase() === name.toLowerCase());
  const machine = named.filter(({ place }) => place === "machine-policy");
  return (machine.length > 0 ? machine : named).flatMap(({ values }) => values);
}

function by(permissions: SitePermission[], setting: SitePermission["setting"]) {
  return permissions.filter((one) => one.setting === setting);
}

/** `https://www.bankpay.or.kr:7443,*` is how the browser itself writes an origin. */
function withoutPath(origin: string): string {
  return origin.split(",")[0] ?? origin;
}

function widest(reaches: readonly Reach[]): Reach {
  if (reaches.length > 0 && reaches.every((reach) => reach === "all")) return "all";
  return reaches.some((reach) => reach !== "none") ? "part" : "none";
}
