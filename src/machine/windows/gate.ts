/**
 * Lets only so many pieces of work run at once, each beginning in a turn of its own: starting a
 * program holds the whole process up, and what waits for the network must get its turn between.
 */
export function gate(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = most;
  const next = () => {
    const start = free > 0 ? waiting.shift() : undefined;
    if (!start) return;
    free -= 1;
    setImmediate(start);
  };
  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push(() => {
        work()
          .then(resolve, reject)
          .finally(() => {
            free += 1;
            next();
          });
      });
      next();
    });
}
