import { fileURLToPath } from "node:url";
import type { Diagnosis } from "../../src/evidence/report.ts";
import type { Guide } from "../../src/guide/guide.ts";
import { aim, applyFaults } from "../../src/lab/faults/apply.ts";
import type { PaymentWorld } from "../../src/lab/payment/payment.ts";
import { type PaymentChange, withPayment } from "../../src/lab/payment/with-payment.ts";
import { labFile } from "../../src/lab/real/files.ts";
import { type Lab, labSupport, startLab } from "../../src/lab/real/lab.ts";
import { worldOf } from "../../src/lab/world-of.ts";
import { type BrowserKind, browserMissing, policyFiles } from "./_browsers.ts";
import type { Manner, Order, Seen } from "./_driver.ts";
import { policiesOf, rootFile, type Settings, settingsOf } from "./_settings.ts";

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

/** One lab, and one browser on its PC. */
export interface PayerBrowser {
  readonly lab: Lab;
  /** The guide's healthy world with a payment in it, then broken by these faults. */
  world(faults?: string[], change?: PaymentChange): PaymentWorld;
  /** The browser itself, with the settings that this world's PC has, or with these. */
  open(world: PaymentWorld, settings?: Partial<Settings>): Promise<void>;
  order(order: Order): Promise<Seen>;
  /** What a script says when it runs in the merchant's page, or in the payment's window. */
  ask(where: "shop" | "window", script: string): Promise<unknown>;
  diagnose(symptom: string): Promise<Diagnosis>;
  close(): Promise<void>;
}

export async function openBrowser(kind: BrowserKind, guide: Guide): Promise<PayerBrowser> {
  const world = (faults: string[] = [], change: PaymentChange = {}): PaymentWorld => {
    const healthy = withPayment(worldOf(guide), guide, change);
    if (healthy === undefined) throw new Error(`${guide.id}: no payment`);
    const aimed = faults.map((fault) => aim(fault, healthy, guide));
    return applyFaults(healthy, guide, aimed) as PaymentWorld;
  };
  const lab = await startLab(world());
  // The browser's folder of policies is covered on the lab's own view of the disk only.
  await run(lab, ["mount", "-t", "tmpfs", "payer", policyFiles[kind].folder]);
  const roots = await rootsOf(lab);
  const worker = lab.worker(driver);
  const doctors = lab.worker(doctor);
  const loopback = guide.localNetwork.flatMap(({ origins }) => origins);
  let current = "";
  const order = async (value: Order) =>
    (await worker.request(value, { timeoutMs: orderMs })) as Seen;
  return {
    lab,
    world,
    order,
    ask: (where, script) =>
      worker.request({ do: "ask", where, script } satisfies Order, { timeoutMs: orderMs }),
    async open(next, changes = {}) {
      const settings = { ...settingsOf(next, loopback), ...changes };
      const wanted = JSON.stringify([settings, next.pc.proxy]);
      if (wanted === current) return;
      const { userAgent } = settings;
      const policies = policiesOf(kind, settings, roots);
      await order({ do: "open", kind, policies, ...(userAgent !== undefined && { userAgent }) });
      current = wanted;
    },
    async diagnose(symptom) {
      const request = { guide: `${guide.id}@${guide.edition}`, options: { symptom } };
      return ((await doctors.request(request)) as { diagnosis: Diagnosis }).diagnosis;
    },
    async close() {
      await order({ do: "close" }).catch(() => undefined);
      await lab.close();
    },
  };
}

/**
 * Makes the world real, sets the browser as its PC has it, presses the button of the merchant's page
 * and goes on as a payer would. What was on the screen in the end.
 */
export async function payOnce(
  browser: PayerBrowser,
  world: PaymentWorld,
  { settings, ...manner }: Partial<Manner> & { settings?: Partial<Settings> } = {},
): Promise<Seen> {
  await browser.lab.set(world);
  await browser.open(world, settings);
  const { host, port } = world.payment.shop;
  await browser.order({ do: "visit", url: `https://${host}${port === 443 ? "" : `:${port}`}/` });
  return browser.order({ do: "press", limitMs: patienceMs, ...manner });
}

/** Every authority of the lab, put where the browser looks for roots that were added to the PC. */
async function rootsOf(lab: Lab): Promise<string[]> {
  const text = await run(lab, ["cat", labFile.publicCa, labFile.agentCas]);
  const roots = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  for (const [at, pem] of roots.entries()) {
    await run(lab, ["tee", rootFile(at)], `${pem}\n`);
  }
  return roots;
}

async function run(lab: Lab, argv: string[], input = ""): Promise<string> {
  const { code, stdout, stderr } = await lab.run(argv, { input });
  if (code !== 0) throw new Error(`${argv.join(" ")}: ${stderr}`);
  return stdout;
}
