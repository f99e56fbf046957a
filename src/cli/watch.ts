import type { ProgressEvent } from "../doctor/diagnose.ts";
import { progress } from "../report/progress.ts";
import type { Io } from "./command.ts";
import { lookOf } from "./output.ts";

const phases = {
  local: "ui.phase.pc",
  network: "ui.phase.gather",
  separating: "ui.phase.confirm",
  judging: "ui.phase.judge",
} as const;

/** Shows what is being looked at, on standard error; nothing where a program reads along. */
export function watch(io: Io, quiet: boolean): (event: ProgressEvent) => void {
  if (quiet) return () => {};
  const lines = progress({ ...lookOf(2), lang: io.lang });
  return (event) => {
    // A run that was stopped still ends in order, but it has not done what it would say it has.
    if (io.signal.aborted) return;
    // A terminal has lines for groups of servers only.
    if (event.type === "place") return;
    if (event.type === "start") {
      const groups = event.groups.map(({ id, title, rows }) => ({
        id,
        title: title[io.lang] ?? title.ko,
        rows,
      }));
      io.err(lines({ type: "start", groups }));
    } else if (event.type === "phase") io.err(lines({ type: "phase", key: phases[event.key] }));
    else io.err(lines(event));
  };
}
