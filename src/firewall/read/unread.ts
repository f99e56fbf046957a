import type { PolicyBuilder } from "../builder.ts";

/** Something in a configuration that may drop packets and is not read further. */
export interface Unread {
  line: number;
  what: string;
}

/**
 * A stage of its own for what is not judged: whatever comes there is perhaps denied, so that nothing
 * is called permitted that a filter elsewhere may drop.
 */
export function doubtUnread(builder: PolicyBuilder, name: string, unread: readonly Unread[]): void {
  if (unread.length === 0) return;
  const chain = builder.chain(name);
  for (const { line, what } of unread) {
    builder.add({ chain, line, action: "deny", unknown: { code: "match", what } });
  }
  builder.stage({ chain, otherwise: "permit", line: 0 });
}
