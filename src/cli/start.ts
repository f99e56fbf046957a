import { oneLine } from "../guide/error.ts";
import { GuideError, loadGuide } from "../guide/load.ts";
import type { DeskOptions } from "../server/desk.ts";
import type { LocalServer } from "../server/server.ts";
import type { Command, Io } from "./command.ts";
import { defaultGuide } from "./default-guide.ts";
import { ownMachine } from "./own-machine.ts";
import { Refusal } from "./refusal.ts";
import { type StartArguments, startArguments } from "./start-options.ts";
import { startText } from "./start-text.ts";

export const startCommand: Command = {
  name: "start",
  summary: {
    ko: "화면을 열어, 찾고 고치는 일을 이끕니다",
    en: "opens a page that finds out what is wrong and leads on",
  },
  run: (argv, io) => guarded(io, () => run(startArguments(argv, io, true), io, true)),
};

/** `jochi serve`: the same without a browser. */
export const serveCommand: Command = {
  name: "serve",
  summary: {
    ko: "같은 화면을 열 주소만 알려 줍니다",
    en: "the same page, but opens no browser",
  },
  run: (argv, io) => guarded(io, () => run(startArguments(argv, io, false), io, false)),
};

async function guarded(io: Io, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof GuideError)) throw error;
    const line = error instanceof GuideError ? error.words[io.lang] : error.message;
    io.err(`jochi: ${oneLine(line)}\n`);
    return 2;
  }
}

async function run(args: StartArguments, io: Io, opens: boolean): Promise<number> {
  const text = startText[io.lang];
  if (args.help) {
    io.out(opens ? text.help : text.serveHelp);
    return 0;
  }
  // What is wrong with the guide is said before anything is made.
  loadGuide(args.guide ?? defaultGuide);
  const [{ createDesk }, { serve }, page, side] = await Promise.all([
    import("../server/desk.ts"),
    import("../server/server.ts"),
    pageHere(io),
    sideOf(args, io),
  ]);
  const desk = createDesk({ ...side, lang: io.lang });
  try {
    if (io.signal.aborted) return 2;
    const server = await listening(args.port, io, () =>
      serve({
        desk,
        page,
        port: args.port,
        idleMs: args.idleMinutes * 60_000,
        onStaleCode: staleCode(io, () => addressOf(server, io)),
      }),
    );
    const closeBrowser = await show(server, args, io);
    // What the page asks first is made ready while the browser starts; trouble is told when it asks.
    void desk.state().catch(() => {});
    const stop = () => server.close();
    io.signal.addEventListener("abort", stop, { once: true });
    if (io.signal.aborted) stop();
    const how = await server.ended;
    closeBrowser();
    if (desk.busy) io.err(`${text.finishing}\n`);
    await desk.settled();
    if (how === "idle") io.out(`${text.idle(args.idleMinutes)}\n`);
    return 0;
  } finally {
    await side.practice.close();
  }
}

/** The page of this version; made at its first use where nothing is packed. */
async function pageHere(io: Io) {
  const { loadPage, PageError } = await import("../server/load-page.ts");
  const text = startText[io.lang];
  try {
    return await loadPage(() => io.err(`${text.makingPage}\n`));
  } catch (error) {
    if (error instanceof PageError) throw new Refusal(text.noPage(error.message));
    throw error;
  }
}

/** Whose side the doctor sits at: this PC's, or that of a simulated one. */
async function sideOf(args: StartArguments, io: Io): Promise<Omit<DeskOptions, "lang">> {
  const text = startText[io.lang];
  if (args.demo) {
    io.err(`${text.makingLab}\n`);
    const { openDemo } = await import("../server/practice/demo.ts");
    const { practice, guides } = await openDemo(args.guide ?? defaultGuide, io.env);
    io.err(`${practice.demo().lab === "real" ? text.demoReal : text.demoMemory}\n`);
    return { practice, guides };
  }
  const [{ createGuides }, { ownPractice }] = await Promise.all([
    import("../server/practice/guides.ts"),
    import("../server/practice/own.ts"),
  ]);
  const choice = { publicCaPems: await publicCa(io), env: io.env };
  if ((await ownMachine(choice)) === undefined) throw new Refusal(text.noMachine(process.platform));
  const guides = createGuides(args.guide ?? defaultGuide);
  const machine = async () => (await ownMachine(choice))!;
  return { guides, practice: ownPractice({ machine, guides, env: io.env, files: args.files }) };
}

async function publicCa(io: Io): Promise<string[]> {
  const file = io.env.JOCHI_PUBLIC_CA;
  if (!file) return [];
  const [{ readPublicCa }, { diagnoseText }] = await Promise.all([
    import("./public-ca.ts"),
    import("./diagnose-text.ts"),
  ]);
  return [readPublicCa(file, diagnoseText[io.lang])];
}

async function listening(
  port: number,
  { lang }: Io,
  listen: () => Promise<LocalServer>,
): Promise<LocalServer> {
  try {
    return await listen();
  } catch (error) {
    const { code = "", syscall } = error as NodeJS.ErrnoException;
    if (syscall !== "listen") throw error;
    const text = startText[lang];
    throw new Refusal(code === "EADDRINUSE" ? text.portTaken(port) : text.portRefused(port, code));
  }
}

/** Says where the page is, and opens it. The answer takes away what opening needed. */
async function show(server: LocalServer, args: StartArguments, io: Io): Promise<() => void> {
  const text = startText[io.lang];
  const address = addressOf(server, io);
  const { openBrowser } = await import("../server/open-browser.ts");
  const opening = args.open ? openBrowser(address, process.platform, io.env) : undefined;
  io.out(`${opening ? text.opened : text.openYourself}\n  ${address}\n`);
  io.out(`${text.stop(args.idleMinutes)}\n`);
  void opening?.worked.then((worked) => {
    if (!worked) io.err(`${text.notOpened}\n`);
  });
  return () => opening?.close();
}

/** The page begins in the language of the terminal. */
const addressOf = (server: LocalServer, { lang }: Io) => `${server.address()}&lang=${lang}`;

const freshEveryMs = 10_000;

/** A used address is answered with a fresh one, here and not on the page: only the user reads this. */
function staleCode(io: Io, address: () => string): () => void {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    const now = performance.now();
    if (now - last < freshEveryMs) return;
    last = now;
    io.out(`${startText[io.lang].freshCode}\n  ${address()}\n`);
  };
}
