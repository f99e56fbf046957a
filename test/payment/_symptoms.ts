import type { Owner } from "../../src/evidence/verdict.ts";
import type { Guide } from "../../src/guide/guide.ts";
import type { Settings } from "../../src/lab/payment/payer-settings.ts";
import type { PaymentChange } from "../../src/lab/payment/with-payment.ts";
import type { BrowserKind } from "./_browsers.ts";
import type { Seen } from "./_driver.ts";

/** One real reason for a symptom of the guide, and how the symptom looks then. */
export interface Case {
  symptom: string;
  /** What is wrong, in a few words. */
  why: string;
  faults?: string[];
  change?: PaymentChange;
  settings?: Partial<Settings>;
  /** The screen at which the payer stops looking, until something has gone wrong. */
  stopAt?: string;
  /** The screen at which the payer does nothing. */
  waitAt?: string;
  /** The browser in which alone it looks so. */
  only?: BrowserKind;
  /** How long the payer looks at a screen on which nothing happens, ms. */
  limitMs?: number;
  /** Needs a browser that is started anew: the payment is finished after the last of these. */
  another?: true;
  /** Whether the payer tries once more, and sees the same. */
  again?: true;
  /** What goes wrong while the payer waits. */
  later?: string[];
  /** A screen that is no notice in the guide's words. */
  looks?: (seen: Seen) => boolean;
  /** A cause that the doctor finds for it. Absent where only a person can tell. */
  cause?: string;
  /** What the guide holds to be left then: the page names it as possible. */
  remains?: string;
  /** Who has to act, as the page says. */
  owner: Owner;
  /** How the page leads: remedies of the guide, each changed by Jochi or done by whose task it is. */
  way: [remedy: string, by: "jochi" | "hand"][];
  /** What is chosen in the demonstration, where it is not the faults. */
  chosen?: string[];
}

/** In the guide's own words, where it has some; else as the case says. */
export function isShown(guide: Guide, { symptom, looks }: Case, seen: Seen): boolean {
  const message = guide.symptoms.find(({ id }) => id === symptom)?.message;
  return looks ? looks(seen) : seen.notices.some((text) => text === message);
}

const wallet = "203.175.190.200:7443";
const installs = (agent: string) => (seen: Seen) =>
  seen.window?.url.endsWith(`/install?agent=${agent}`) === true && seen.window.at === "install";
const nos = installs("nos-agent");
const ipinside = installs("ipinside-agent");
const blankMs = 2_000;
const shortMs = 1_500;

export const cases: Case[] = [
  {
    symptom: "verification-error-1",
    why: "the wallet's site is not trusted",
    owner: "user",
    way: [["trusted-sites", "jochi"]],
    faults: ["site.not-trusted:bankpay"],
    cause: "site.not-trusted",
  },
  {
    symptom: "verification-error-1",
    why: "the wallet's site is mistyped",
    owner: "user",
    way: [["trusted-sites", "jochi"]],
    faults: ["site.mistyped:*.bankpay.co.kr"],
    cause: "site.mistyped",
  },
  {
    symptom: "verification-error-2",
    why: "the merchant's site is not trusted",
    owner: "user",
    way: [["trusted-sites", "jochi"]],
    faults: ["site.not-trusted:lgcns"],
    cause: "site.not-trusted",
  },
  {
    symptom: "working-time-over",
    why: "the wallet's server is silent",
    owner: "provider",
    way: [["ask-provider", "hand"]],
    faults: [`http.silent:${wallet}`],
    change: { limits: { workingMs: shortMs } },
    cause: "http.silent",
  },
  {
    symptom: "working-time-over",
    why: "the payer does nothing",
    owner: "user",
    way: [["pay-again", "hand"]],
    remains: "session.idle",
    change: { limits: { workingMs: shortMs } },
    waitAt: "wallet",
  },
  {
    symptom: "merchant-value-missing",
    why: "the merchant forgot it",
    owner: "provider",
    way: [["ask-provider", "hand"]],
    remains: "merchant.request-incomplete",
    chosen: ["payment.value-missing"],
    change: { values: { hd_approve_no: "", hd_msg_code: "0200" } },
  },
  {
    symptom: "blank-window",
    why: "the firewall drops it",
    owner: "network",
    way: [["firewall-request", "hand"]],
    faults: [`tcp.drop:${wallet}`],
    limitMs: blankMs,
    looks: ({ window, notices }) => window?.url === "about:blank" && notices.length === 0,
    cause: "tcp.drop",
  },
  {
    symptom: "install-page-again",
    why: "NOS is not installed",
    owner: "pc-admin",
    way: [["install-programs", "hand"]],
    faults: ["program.missing:nos"],
    again: true,
    looks: nos,
    cause: "program.missing",
  },
  {
    symptom: "install-page-again",
    why: "NOS has stopped",
    owner: "user",
    way: [["start-programs", "jochi"]],
    faults: ["program.stopped:nos"],
    looks: nos,
    cause: "program.stopped",
  },
  {
    symptom: "install-page-again",
    why: "NOS does not answer",
    owner: "pc-admin",
    way: [["restart-pc", "hand"]],
    faults: ["local.agent-down:nos-agent"],
    looks: nos,
    cause: "local.agent-down",
  },
  {
    symptom: "install-page-again",
    why: "something else answers",
    owner: "pc-admin",
    way: [["restart-pc", "hand"]],
    faults: ["local.agent-token:nos-agent"],
    looks: nos,
    cause: "local.agent-down",
  },
  {
    symptom: "install-page-again",
    why: "the certificate of NOS has expired",
    owner: "pc-admin",
    way: [
      ["remove-programs", "jochi"],
      ["install-programs", "hand"],
    ],
    faults: ["local.agent-certificate:nos-agent"],
    looks: nos,
    cause: "local.agent-certificate",
  },
  {
    symptom: "nos-connection-poor",
    why: "NOS stops while it is needed",
    owner: "pc-admin",
    way: [["install-programs", "hand"]],
    change: { limits: { askMs: 50 } },
    stopAt: "wallet",
    later: ["local.agent-down:nos-agent"],
    cause: "local.agent-down",
  },
  {
    symptom: "nos-remote-session",
    why: "the payer sits elsewhere",
    owner: "user",
    way: [["use-own-pc", "hand"]],
    remains: "session.remote",
    chosen: ["payment.remote-session"],
    change: { session: "remote" },
  },
  {
    symptom: "nos-not-installed",
    why: "the add-on's folder is missing",
    owner: "pc-admin",
    way: [["certificate-window", "hand"]],
    faults: ["file.missing"],
    cause: "file.missing",
  },
  {
    symptom: "ipinside-not-installed",
    why: "it is not installed",
    owner: "pc-admin",
    way: [["install-programs", "hand"]],
    faults: ["program.missing:ipinside"],
    looks: ipinside,
    cause: "program.missing",
  },
  {
    symptom: "ipinside-not-installed",
    why: "it does not answer",
    owner: "pc-admin",
    way: [["restart-pc", "hand"]],
    faults: ["local.agent-down:ipinside-agent"],
    looks: ipinside,
    cause: "local.agent-down",
  },
  {
    symptom: "certificate-window-missing",
    why: "a root is missing",
    owner: "pc-admin",
    way: [["certificate-window", "hand"]],
    faults: ["certificate.missing:verisign-root"],
    limitMs: blankMs,
    looks: ({ window, notices }) => window?.at === "choosing" && notices.length === 0,
    cause: "certificate.missing",
  },
  {
    symptom: "wallet-window-unreachable",
    why: "the firewall refuses it",
    owner: "network",
    way: [["firewall-request", "hand"]],
    faults: [`tcp.reset:${wallet}`],
    limitMs: blankMs,
    looks: ({ window }) =>
      window !== undefined && window.at === undefined && window.url !== "about:blank",
    // A device on the way or the server itself: nothing tells them apart here.
    cause: "tcp",
  },
  {
    symptom: "popup-window-blocked",
    why: "the browser blocks it",
    owner: "user",
    way: [["popup-and-toolbars", "jochi"]],
    faults: ["popup.blocked"],
    cause: "popup.blocked",
    another: true,
  },
  {
    symptom: "old-browser-message",
    why: "Internet Explorer 8",
    owner: "user",
    way: [["change-browser", "hand"]],
    faults: ["browser.unsupported"],
    cause: "browser.unsupported",
    another: true,
  },
  {
    symptom: "install-page-again",
    why: "the browser keeps pages from this PC",
    owner: "user",
    way: [["allow-local-access", "jochi"]],
    faults: ["local-network-access.refused"],
    looks: nos,
    cause: "local-network-access.denied",
    another: true,
  },
  {
    symptom: "install-page-again",
    why: "the proxy takes what is for this PC",
    owner: "pc-admin",
    way: [["bypass-proxy-on-this-pc", "jochi"]],
    faults: ["proxy.loopback-fixed"],
    // Firefox leaves its own PC out, whatever the list of exceptions says.
    only: "chromium",
    looks: nos,
    cause: "proxy.captures-loopback",
    another: true,
  },
  {
    symptom: "nos-proxy-detected",
    why: "the script sends loopback to the proxy",
    owner: "pc-admin",
    way: [["bypass-proxy-on-this-pc", "hand"]],
    faults: ["proxy.loopback-script"],
    cause: "proxy.captures-loopback",
    another: true,
  },
  {
    symptom: "environment-unsupported",
    why: "a browser that the certificate window does not know",
    owner: "user",
    way: [["change-browser", "hand"]],
    remains: "browser.other",
    chosen: ["payment.other-browser"],
    settings: {
      userAgent:
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15",
    },
    another: true,
  },
];
