import type { Service } from "../machine/pc.ts";
import {
  type Action,
  isElevated,
  nothing,
  type Planned,
  refuse,
  together,
  unread,
} from "./action.ts";

/**
 * Starts the services of the step's programs that stand still.
 *
 * Source: learn.microsoft.com, sc.exe start and stop.
 */
export const startService: Action = {
  id: "start-service",
  async plan(hands, { guide, step }) {
    const programs = guide.programs.filter(({ id }) => step.programs?.includes(id));
    const names = programs.flatMap(({ services = [] }) => services);
    if (names.length === 0) return nothing;
    const services = await hands.machine.pc.services(names);
    if (services.state === "absent") return refuse("service-missing", names.join(", "));
    if (services.state !== "found") return unread(services, names.join(", "));
    const states = services.value;
    const elevated = await isElevated(hands);
    return together(
      programs.map(({ name, services: own = [] }) =>
        startOne(
          name,
          states.filter((each) => own.includes(each.name)),
          elevated,
        ),
      ),
    );
  },
};

const program = "%SystemRoot%\\System32\\sc.exe";

/** A program may name services of several of its versions, of which one is there. */
function startOne(title: string, states: Service[], elevated: boolean): Planned {
  const present = states.filter(({ state }) => state !== "absent");
  if (present.length === 0) return refuse("service-missing", title);
  return together(
    present.map(({ name, state }): Planned => {
      if (state === "disabled") return refuse("service-disabled", name);
      if (state === "unknown") return refuse("unreadable", name, { code: "sc query" });
      if (state !== "stopped") return nothing;
      if (!elevated) return refuse("needs-admin", name);
      return {
        changes: [
          {
            kind: "run",
            program,
            args: ["start", name],
            files: [],
            timeoutMs: 60_000,
            visible: false,
            done: { sign: "service", name, running: true },
            back: { way: "run", program, args: ["stop", name] },
            kept: [],
            about: [{ key: "treat.about.service-started", with: { name } }],
          },
        ],
        refused: [],
      };
    }),
  );
}
