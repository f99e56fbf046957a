/**
 * How many local outcomes weigh as much as the guide's estimate. Estimates are good to a factor of
 * about two (log-sd ln 2). A share p that is known so well has the variance p²·(e^{(ln 2)²} − 1) =
 * 0.62·p², and a Dirichlet prior of k outcomes has p·(1 − p)/(k + 1). Both are equal at
 * k = (1 − p)/(0.62·p) − 1: 13.5 at p = 0.1, 5.5 at 0.2, 2.8 at 0.3. The causes that decide the
 * order have 0.1 to 0.3.
 */
export const pseudoCount = 8;

/**
 * Shares of causes (or whatever the ids are) from the guide's weights and from what it turned out
 * to be here: the mean of a Dirichlet distribution, (k·prior + count) / (k + all counts). Without
 * counts it is the prior, with many their frequencies. Counts of an id without a prior are left out.
 */
export function shrunk(
  priors: Readonly<Record<string, number>>,
  counts: Readonly<Record<string, number>>,
  k: number = pseudoCount,
): Record<string, number> {
  const ids = Object.keys(priors);
  const countOf = (id: string) => (Object.hasOwn(counts, id) ? Math.max(0, counts[id]!) : 0);
  const weight = ids.reduce((sum, id) => sum + Math.max(0, priors[id]!), 0);
  const seen = ids.reduce((sum, id) => sum + countOf(id), 0);
  const share = (id: string) =>
    weight > 0 ? Math.max(0, priors[id]!) / weight : 1 / Math.max(1, ids.length);
  return Object.fromEntries(
    ids.map((id) => [id, (k * share(id) + countOf(id)) / (k + seen)] as const),
  );
}
