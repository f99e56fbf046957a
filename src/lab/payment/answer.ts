import { readFileSync } from "node:fs";
import type { HttpAnswer } from "../../machine/machine.ts";
import type { World } from "../../machine/world.ts";
import { zoneOf } from "../../windows/zone-map.ts";
import { type Payment, type Place, paymentOf } from "./payment.ts";

export interface PaymentRequest {
  host: string;
  path: string;
  /** Fields of a form that was posted. */
  fields: Record<string, string>;
}

/** In each page, where its data goes. */
const place = 'id="payment">{}';
/** The pages as they lie beside this file. */
const page = (name: string) => readFileSync(new URL(`pages/${name}`, import.meta.url), "utf8");
const scripts = [
  "alike.js",
  "shop.js",
  "order.js",
  "frame.js",
  "wallet.js",
  "complete.js",
  "install.js",
];
const types = { html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8" } as const;

/** What the merchant's or the wallet's server says; `undefined` where the page is somebody else's. */
export function paymentAnswer(world: World, request: PaymentRequest): HttpAnswer | undefined {
  const payment = paymentOf(world);
  if (payment === undefined) return undefined;
  const { path } = request;
  const at = [payment.shop, payment.wallet].findIndex((place) => is(place, request.host));
  const pages = at === 0 ? shopPages : at === 1 ? walletPages : undefined;
  if (pages === undefined) return undefined;
  const script = scripts.find((name) => path === `/${name}`);
  if (script) return { status: 200, headers: { "content-type": types.js }, body: page(script) };
  if (path === "/jochi-check.js") {
    return { status: 200, headers: { "content-type": types.js }, body: payment.included };
  }
  const known = pages[path];
  if (known === undefined) return undefined;
  const name = at === 1 && payment.maintenance ? "maintenance.html" : known;
  const data = JSON.stringify({ ...payment, included: "", fields: request.fields }).replaceAll(
    "<",
    "\\u003c",
  );
  return {
    status: 200,
    headers: {
      "content-type": types.html,
      ...apart(world, payment, name),
      ...(name === "wallet.html" && payment.brokenOff && { "set-cookie": leftBehind }),
    },
    body: page(name).replace(place, () => `${place.slice(0, -2)}${data}`),
  };
}

const shopPages: Record<string, string> = {
  "/": "shop.html",
  "/order": "order.html",
  "/bankpay": "frame.html",
};
const walletPages: Record<string, string> = {
  "/StartBankPay.do": "wallet.html",
  "/CompleteBankPay.do": "complete.html",
  "/install": "install.html",
};

/** It stays in the browser for a day, whatever becomes of the server. */
const leftBehind = "paying=1; Max-Age=86400; Path=/; Secure";

const is = ({ host, port }: Place, asked: string) =>
  asked.toLowerCase() === `${host}${port === 443 ? "" : `:${port}`}`;

/**
 * Internet Explorer parts a page from the window it opened where the two are in different zones. The
 * browsers of today know no zones, and one thing only that does the same: a header. So the lab's
 * servers send it where the zones of this PC differ. Without the wallet's site the wallet loses who
 * opened it; without the merchant's, the merchant cannot use the window it has opened.
 */
function apart(world: World, payment: Payment, name: string): Record<string, string> {
  if (payment.zones === "ie-mode" && !isIeMode(world)) return {};
  const shop = zone(world, payment.shop);
  const wallet = zone(world, payment.wallet);
  if (shop === wallet) return {};
  if (name === "wallet.html" && wallet > shop)
    return { "cross-origin-opener-policy": "same-origin" };
  if (name === "frame.html" && shop > wallet) {
    return {
      "content-security-policy": "sandbox allow-scripts allow-forms allow-modals allow-popups",
    };
  }
  return {};
}

/** Microsoft Edge policy InternetExplorerIntegrationLevel: 1 is the Internet Explorer mode. */
function isIeMode({ pc: { facts } }: World): boolean {
  const isLevel = ({ browser, name }: { browser: string; name: string }) =>
    browser === "edge" && name === "InternetExplorerIntegrationLevel";
  return facts?.browserPolicies?.find(isLevel)?.values[0] === "1";
}

function zone({ pc: { facts } }: World, { host, port }: Place): number {
  const { zoneEntries = [], zoneSettings } = facts ?? {};
  const rules = zoneSettings ?? { machineOnly: false, listFromPolicy: false };
  const answer = zoneOf(`https://${host}:${port}/`, zoneEntries, rules);
  return answer.known ? answer.zone : Math.max(...answer.zones);
}
