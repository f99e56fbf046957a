// Preloaded into the program: kill -9 at the worst moment, when half of a file stands on the disk.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const write = fs.writeFileSync;

fs.writeFileSync = (file, text, options) => {
  const half = typeof file === "number" ? String(text).slice(0, String(text).length / 2) : text;
  write(file, half, options);
  if (typeof file === "number") process.kill(process.pid, "SIGKILL");
};
syncBuiltinESMExports();
