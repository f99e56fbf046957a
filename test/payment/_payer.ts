import { fileURLToPath } from "node:url";
import type { Diagnosis } from "../../src/evidence/report.ts";
import type { Guide } from "../../src/guide/guide.ts";
import { aim, applyFaults } from "../../src/lab/faults/apply.ts";
import { payerBrowser } from "../../src/lab/payment/payer-browser.ts";
import { type Settings, settingsOf } from "../../src/lab/payment/payer-settings.ts";
import type { PaymentWorld } from "../../src/lab/payment/payment.ts";
import { type PaymentChange, withPayment } from "../../src/lab/payment/with-payment.ts";
import { type Lab, labSupport, startLab } from "../../src/lab/real/lab.ts";
import { worldOf } from "../../src/lab/world-of.ts";
import { type BrowserKind, browserMissing, programOf } from "./_browsers.ts";
import type { Manner, Order, Seen } from "./_driver.ts";

const driver = fileURLToPath(new URL("_driver.ts", import.meta.url));
const doctor = fileURLToPath(new URL("../../src/lab/diagnose-worker.ts", import.meta.url));
const orderMs = 90_000;
/** More than any payment takes on a busy machine. */
const patienceMs = 30_000;

/** For `{ skip }`: false, or the one line that says what is missing. */
export function missing(kind: BrowserKind): false | string {
  const support = labSupport();
  return "missing" in support ? support.missing : browserMissing(kind);
}

/** Somebody with a browser on the lab's PC. */
export interface Payer {
  order(order: Order): Promise<Seen>;
  /** What a script says when it runs in the merchant's page, or in the payment's window. */
  ask(where: "shop" | "window", script: string): Promise<unknown>;
  /** What the browser has said of the pages since the button was pressed, for developers only. */
  complaints(): Promise<string[]>;
  /** Presses the button of the merchant's page and goes on as a payer would: what is seen then. */
  pay(world: PaymentWorld, manner?: Paying): Promise<Seen>;
  /** Ends the browser with everything that it remembers; who pays next starts another. */
  close(): Promise<void>;
}

export type Paying = Partial<Manner> & { settings?: Partial<Settings> };

/** The payer's browser has the settings that the PC of each world has. */
export async function payerOn(lab: Lab, kind: BrowserKind, guide: Guide): Promise<Payer> {
  const own = programOf(kind)!;
  const browser = await payerBrowser(lab, own);
  const worker = lab.worker(driver);
  let current = "";
  const order = async (value: Order) =>
    (await worker.request(value, { timeoutMs: orderMs })) as Seen;
  async function open(world: PaymentWorld, changes: Partial<Settings>): Promise<void> {
    const settings = { ...settingsOf(world, guide), ...changes };
    // A browser remembers for a while where a name leads to.
    const { names, resolvers, pc } = world;
    const wanted = JSON.stringify([settings, names, resolvers, pc.hosts, pc.proxy]);
    if (wanted === current) return;
    await browser.set(settings);
    const { userAgent } = settings;
    const { program } = own;
    await order({ do: "open", kind, program, ...(userAgent !== undefined && { userAgent }) });
    current = wanted;
  }
  return {
    order,
    ask: (where, script) =>
      worker.request({ do: "ask", where, script } satisfies Order, { timeoutMs: orderMs }),
    complaints: async () => (await order({ do: "complaints" })) as unknown as string[],
    async pay(world, { settings = {}, ...manner } = {}) {
      await open(world, settings);
      const { host, port } = world.payment.shop;
      await order({ do: "visit", url: `https://${host}${port === 443 ? "" : `:${port}`}/` });
      const seen = await order({ do: "press", limitMs: patienceMs, ...manner });
      // A browser in which nothing at all happens is not paid with again.
      if (!seen.window && !seen.paid && seen.notices.length === 0) current = "";
      return seen;
    },
    async close() {
      current = "";
      await order({ do: "close" }).catch(() => undefined);
    },
  };
}

/** One lab, and one browser on its PC. */
export interface PayerBrowser extends Payer {
  readonly lab: Lab;
  /** The guide's healthy world with a payment in it, then broken by these faults. */
  world(faults?: string[], change?: PaymentChange): PaymentWorld;
  diagnose(symptom: string): Promise<Diagnosis>;
}

export async function openBrowser(kind: BrowserKind, guide: Guide): Promise<PayerBrowser> {
  const world = (faults: string[] = [], change: PaymentChange = {}): PaymentWorld => {
    const healthy = withPayment(worldOf(guide), guide, change);
    if (healthy === undefined) throw new Error(`${guide.id}: no payment`);
    const aimed = faults.map((fault) => aim(fault, healthy, guide));
    return applyFaults(healthy, guide, aimed) as PaymentWorld;
  };
  const lab = await startLab(world());
  const payer = await payerOn(lab, kind, guide);
  const doctors = lab.worker(doctor);
  return {
    ...payer,
    lab,
    world,
    async diagnose(symptom) {
      const request = { guide: `${guide.id}@${guide.edition}`, options: { symptom } };
      return ((await doctors.request(request)) as { diagnosis: Diagnosis }).diagnosis;
    },
    async close() {
      await payer.close();
      await lab.close();
    },
  };
}

/** Makes the world real, and pays in it. */
export async function payOnce(
  browser: PayerBrowser,
  world: PaymentWorld,
  manner?: Paying,
): Promise<Seen> {
  await browser.lab.set(world);
  return browser.pay(world, manner);
}
