import { ConfigError, lineAt, type Source } from "../source.ts";

/** No line of a configuration is longer; what is would cost memory before it can be refused. */
const longestLineBytes = 1 << 20;

/** The text of a source, once its bytes show that it can be a configuration. */
export function wholeText(source: Source): string {
  const { bytes } = source;
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(10, from);
    const to = end < 0 ? bytes.length : end;
    if (to - from > longestLineBytes) throw new ConfigError("firewall.config.long-line", line);
    from = to + 1;
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw new ConfigError("firewall.config.binary", lineAt(bytes, nul));
  return source.text().replace(/^\uFEFF/, "");
}
