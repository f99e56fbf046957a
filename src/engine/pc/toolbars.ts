import type { Case } from "../case.ts";
import type { JudgedCheck } from "../check.ts";
import { reason } from "../layer.ts";
import { failBecause, held, matchesName, pass } from "./held.ts";

/** Toolbars that keep the payment window shut, by their names in the list of programs. */
export function judgeToolbars(the: Case): JudgedCheck[] {
  return the.guide.toolbars.map(({ id, names, uninstallNames = [] }) =>
    held(id, "toolbar", the.book.one("programs"), (programs) => {
      const known = [...names, ...uninstallNames];
      const found = programs.filter(({ name }) => known.some((one) => matchesName(one, name)));
      const all = [...new Set(found.map(({ name }) => name))];
      const [first, ...more] = all.map((name) => reason("reason.pc.toolbar.present", { name }));
      return first ? failBecause("toolbar.present", first, ...more) : pass();
    }),
  );
}
