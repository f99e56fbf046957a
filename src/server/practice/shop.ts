import type { Guide } from "../../guide/guide.ts";
import {
  type PayerBrowser,
  type PayerProgram,
  payerBrowser,
  payerPrograms,
} from "../../lab/payment/payer-browser.ts";
import { settingsOf } from "../../lab/payment/payer-settings.ts";
import { paymentOf } from "../../lab/payment/payment.ts";
import { labFolder } from "../../lab/real/files.ts";
import type { Lab } from "../../lab/real/lab.ts";
import type { World } from "../../machine/world.ts";
import { limits } from "../limits.ts";
import { refuse } from "../refusal.ts";

/** A browser on the simulated PC, in a window on this screen, at the shop in which to pay. */
export interface Shop {
  canOpen(): boolean;
  /** Set as the PC is in this world. Throws a Refusal where it does not open. */
  open(world: World): Promise<void>;
  close(): void;
}

/** @param programs the browsers of this machine; the first is opened */
export function createShop(
  lab: Lab,
  guide: Guide,
  env: NodeJS.ProcessEnv,
  programs: readonly PayerProgram[] = payerPrograms(),
): Shop {
  const [program] = programs;
  const hasScreen = Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
  let browser: Promise<PayerBrowser> | undefined;
  let running: AbortController | undefined;
  let count = 0;
  const close = () => running?.abort();
  return {
    canOpen: () => program !== undefined && hasScreen,
    close,
    async open(world) {
      const payment = paymentOf(world);
      if (program === undefined || !hasScreen || payment === undefined)
        throw refuse("bad-request", "shop");
      close();
      browser ??= payerBrowser(lab, program);
      const settings = settingsOf(world, guide);
      await (await browser).set(settings);
      const { host, port } = payment.shop;
      const address = `https://${host}${port === 443 ? "" : `:${port}`}/`;
      count += 1;
      const profile = `${labFolder}/shop-${count}`;
      await mustRun(lab, ["mkdir", "-p", profile]);
      const own = new AbortController();
      running = own;
      const argv = argvOf(program, profile, address, settings.userAgent);
      const ended = lab.run(argv, { signal: own.signal, timeoutMs: limits.shopMs });
      const early = await Promise.race([ended.catch(() => undefined), later(limits.shopStartMs)]);
      if (early !== "open" && !own.signal.aborted) throw refuse("surprise", "browser");
    },
  };
}

/** A user namespace has no room for the browser's own sandbox; the lab around it leads nowhere. */
function argvOf(
  { kind, program }: PayerProgram,
  profile: string,
  address: string,
  userAgent: string | undefined,
): string[] {
  if (kind === "firefox") return [program, "--no-remote", "--profile", profile, address];
  return [
    program,
    `--user-data-dir=${profile}`,
    "--no-sandbox",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-quic",
    ...(userAgent === undefined ? [] : [`--user-agent=${userAgent}`]),
    address,
  ];
}

async function mustRun(lab: Lab, argv: string[]): Promise<void> {
  const { code } = await lab.run(argv);
  if (code !== 0) throw refuse("surprise", argv[0]);
}

const later = (ms: number) =>
  new Promise<"open">((resolve) => setTimeout(() => resolve("open"), ms).unref());
