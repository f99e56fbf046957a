import { playOf, treatedPlay, who } from "../../test/portal/_plays.ts";
import { serveStage } from "../../test/portal/_serve.ts";

/**
 * Serves the page over plays, for looking at it: `node scripts/page/show.ts [PORT]`. Every play is a
 * real diagnosis of a PC made of plain data.
 */
export const plays = {
  treated: () => treatedPlay("trusted-sites"),
  several: () => playOf(["site-popup-program", "popup-blocked", "healthy"]),
  firewall: () => playOf(["drop-group", "drop-group", "healthy"]),
  healthy: () => playOf(["healthy"]),
  offline: () => playOf(["offline"]),
  slow: async () => ({ ...(await playOf(["drop-group"])), paceMs: 400 }),
  demo: async () => {
    const play = await playOf(["popup-blocked"]);
    const titles = ["tcp.drop:pg.bankpay.or.kr", "popup.blocked:payment-popup"];
    const faults = titles.map((id) => ({ id, title: { ko: id, en: id } }));
    return {
      ...play,
      who: { ...who, demo: { lab: "memory" as const, faults, chosen: [], shop: true } },
    };
  },
};

if (import.meta.main) {
  const { origin } = await serveStage(plays, Number(process.argv[2] ?? 8_100));
  process.stdout.write(`${origin}/\n`);
}
