import { browserOf } from "../../embed/shipped/browser-of.ts";
import type { Page } from "../../embed/shipped/page.ts";
import { seenOn } from "../../embed/shipped/seen-on.ts";
import { browserIds } from "../../evidence/browser-ids.ts";
import type { Browser } from "../../evidence/pc-outcome.ts";

/** The browser that shows the page; undefined where it is none that a guide can name. */
export function readBrowser(page: Window): Browser | undefined {
  const { id, version } = browserOf(seenOn(page as unknown as Page));
  const known = browserIds.find((each) => each === id);
  if (!known || version === 0) return undefined;
  return { id: known, version: `${version}`, default: false };
}
