// Preloaded into the program: it runs on the machine that JOCHI_TEST_MACHINE names instead of on
// this PC, so that a whole process can be tested without a network.
import { registerHooks } from "node:module";

registerHooks({
  resolve: (name, context, next) =>
    next(
      name.endsWith("/machine/linux.ts") ? new URL("_machine.ts", import.meta.url).href : name,
      context,
    ),
});
