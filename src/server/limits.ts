import { evidenceBytesMax } from "../evidence/read-evidence.ts";

/** Every limit of the local server in one place. Times in ms, sizes in bytes. */
export const limits = {
  /** All header lines of a request together. */
  headerBytes: 8 * 1024,
  /** From a connection's first moment to the end of the headers. */
  headersMs: 5_000,
  /** From a connection's first moment to the end of the body. */
  requestMs: 10_000,
  /** How often the two above are looked at. */
  checkEveryMs: 1_000,
  /** A connection on which nothing is asked any more. */
  keepAliveMs: 5_000,
  connections: 64,
  requestsPerConnection: 1_000,
  urlChars: 1_024,
  bodyBytes: 1_048_576,
  /** The one body that may be larger: evidence, as large as a saved file of it may be. */
  evidenceBytes: evidenceBytesMax,
  /** How long is tried what a report could do without, so that there are fewer codes to scan. */
  thinMs: 5_000,
  /** What may wait for a page that reads slowly. */
  streamWaitingBytes: 4 * 1_048_576,
  /** How long such a page may read nothing at all. */
  streamStallMs: 30_000,
  /** A line for each so long tells page and server that the other one is there. */
  openLineMs: 20_000,
  /** How long a second piece of work waits for the first, which its page may just have stopped. */
  busyMs: 1_000,
  /** Pages that are open at the same time. */
  openPages: 16,
  sessions: 16,
  previews: 32,
  /**
   * Requests without a token: so many at once on each connection, and so many more each second. For
   * each, because all of this PC look alike, and one that asks too much must not keep out the others.
   */
  strangers: { burst: 30, perSecond: 10 },
  /** The same for all who have a token together. */
  known: { burst: 300, perSecond: 100 },
  /** Answers to questions, and remedies that did not help, of one diagnosis. */
  answers: 200,
  demoFaults: 8,
  /** How long the browser at the demonstration's shop may stay open. */
  shopMs: 8 * 3_600_000,
  /** A browser that is still there after so long has opened. */
  shopStartMs: 1_500,
  /** Rows that one file for another team may ask for. */
  rows: 2_000,
} as const;
