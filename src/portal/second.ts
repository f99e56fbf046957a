import { useEffect, useState } from "preact/hooks";

/** Whether anything has been drawn already. */
let seen = false;

/**
 * False in the first picture that the page draws, true from the second on: whatever nobody needs to
 * read or to choose comes a moment later.
 */
export function useSecond(): boolean {
  const [second, draw] = useState(seen);
  useEffect(() => {
    seen = true;
    draw(true);
  }, []);
  return second;
}
