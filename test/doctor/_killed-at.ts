// Preloaded into the program: kill -9 just before the PC of the lab is changed for the n-th time.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const rename = fs.renameSync;
const at = Number(process.env.JOCHI_TEST_KILLED_AT);
let changes = 0;

fs.renameSync = (from, to) => {
  if (to === process.env.JOCHI_LAB_SYSTEM) {
    if (changes === at) process.kill(process.pid, "SIGKILL");
    changes += 1;
  }
  rename(from, to);
};
syncBuiltinESMExports();
