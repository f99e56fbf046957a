// Preloaded into the program: whatever could ask the network or the machine ends the run.
import { registerHooks } from "node:module";

const doors = /^(node:)?(net|tls|dns|http|https|http2|dgram|child_process|os|worker_threads)(\/|$)/;

registerHooks({
  resolve(name, context, next) {
    const fromProgram = context.parentURL?.startsWith("file:") && !import.meta.url.includes(name);
    if (fromProgram && doors.test(name)) throw new Error(`${context.parentURL} opens ${name}`);
    if (name.includes("/machine/")) throw new Error(`${context.parentURL} opens ${name}`);
    return next(name, context);
  },
});
