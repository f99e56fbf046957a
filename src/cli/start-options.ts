import { isAbsolute, join } from "node:path";
import { parseArgs } from "node:util";
import type { Io } from "./command.ts";
import { Refusal } from "./refusal.ts";
import { startText } from "./start-text.ts";

export interface StartArguments {
  help: boolean;
  guide: string | undefined;
  demo: boolean;
  open: boolean;
  files: string | undefined;
  /** 0: any that is free. */
  port: number;
  idleMinutes: number;
}

const defaultIdleMinutes = 30;
const mostIdleMinutes = 1_440;
const mostPort = 65_535;

/** @param opens whether a browser is opened where nothing else is said */
export function startArguments(argv: string[], io: Io, opens: boolean): StartArguments {
  const { values } = parseArgs({
    args: argv,
    options: {
      help: { type: "boolean", short: "h", default: false },
      guide: { type: "string" },
      demo: { type: "boolean", default: false },
      files: { type: "string" },
      port: { type: "string" },
      idle: { type: "string" },
      ...(opens && { "no-open": { type: "boolean", default: false } }),
    },
  });
  const { help, guide, demo, files, port, idle } = values;
  const noOpen = (values as { "no-open"?: boolean })["no-open"] === true;
  return {
    help,
    guide,
    demo,
    open: opens && !noOpen,
    files: files === undefined || isPath(files) ? files : join(io.cwd, files),
    port: port === undefined ? 0 : whole("--port", port, 1, mostPort, io),
    idleMinutes:
      idle === undefined ? defaultIdleMinutes : whole("--idle", idle, 1, mostIdleMinutes, io),
  };
}

/** A simulated PC has Windows' paths wherever it is simulated. */
function isPath(folder: string): boolean {
  return isAbsolute(folder) || /^[A-Za-z]:[\\/]/.test(folder);
}

function whole(option: string, value: string, least: number, most: number, { lang }: Io): number {
  const number = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new Refusal(startText[lang].notNumber(option, value, least, most));
}
