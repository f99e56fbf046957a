import type { World } from "../../machine/world.ts";

/**
 * A payment as the pages of a merchant and of a wallet act it out inside the lab. All of it is plain
 * data: what the guide says, and what a test wants to be otherwise.
 */
export interface Payment {
  /** The merchant's page, from which everything starts. */
  shop: Place;
  /** The page to which every payment is sent. */
  wallet: Place;
  /** Symptom of the guide → its message, word for word; symptoms without a message have none. */
  messages: Record<string, string>;
  browsers: { browser: string; minimumVersion: number; message: string }[];
  /** One for each role that the guide requires. */
  agents: PaymentAgent[];
  /** Where zones part the pages: in every browser, or in the Internet Explorer mode alone. */
  zones: "always" | "ie-mode";
  /** What the certificate window needs on the PC; one of each list is enough. */
  certificateWindow: { folders: string[][]; roots: string[][] };
  /** What the merchant sends along. A value that is empty was forgotten. */
  values: Record<string, string>;
  /** The payer's own certificates, as the certificate window lists them. */
  certificates: OwnCertificate[];
  /** An earlier payment was broken off, and the wallet left that with the payer's browser. */
  brokenOff?: true;
  /** The wallet is closed for the night. */
  maintenance?: true;
  /** Id of an agent that another window keeps busy: it answers one at a time. */
  busyAgent?: string;
  /** Where the payer sits: at the PC, or at another one that shows it. */
  session: "own" | "remote";
  limits: PaymentLimits;
  /** How the payer's browser names itself, where that is to be otherwise. */
  userAgent?: string;
  /** A script that both of them include, as jochi-check.js is meant to be; empty for none. */
  included: string;
}

export interface Place {
  host: string;
  port: number;
}

export interface PaymentAgent extends AgentPlace {
  id: string;
  role: string;
  /** The program as the screen names it, and where it is to be had. */
  program: string;
  download: string;
  path: string;
  expect: string;
  /** Where older versions of it are called. */
  older: AgentPlace[];
}

export interface AgentPlace {
  /** An address of this PC, or a name that leads there. */
  address: string;
  ports: { first: number; count: number };
}

export interface OwnCertificate {
  name: string;
  /** Its time is past. */
  ended: boolean;
}

export interface PaymentLimits {
  /** What the hidden frame needs before it opens the window, ms. */
  orderMs: number;
  /** After this time without a window the pop-up counts as blocked, ms. */
  blockedMs: number;
  /** After this time the payment is given up, ms. */
  workingMs: number;
  /** Between two questions to an agent, ms. */
  askMs: number;
  /** So many unanswered questions in a row are a bad connection. */
  mostFailures: number;
}

export interface PaymentWorld extends World {
  payment: Payment;
}

/** The payment of a world, where it has one. */
export function paymentOf(world: World): Payment | undefined {
  return (world as Partial<PaymentWorld>).payment;
}
