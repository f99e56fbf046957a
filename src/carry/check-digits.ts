/**
 * ISO 7064 MOD 97-10: two digits at the end that make the whole leave 1 when divided by 97.
 *
 * A digit at place i counts 10^i modulo 97. That is never 0, and 96 places in a row all count
 * differently, so whichever single digit is wrong, and whichever two different digits have changed
 * places, the rest is no longer 1. Of other mistakes 96 in 97 are noticed.
 */
const modulus = 97;

/** Two digits to stand behind these. */
export function checkDigits(digits: string): string {
  return String(modulus + 1 - rest(`${digits}00`)).padStart(2, "0");
}

/** Whether digits that end with their check digits are whole. */
export function isWhole(digits: string): boolean {
  return rest(digits) === 1;
}

function rest(digits: string): number {
  let left = 0;
  for (const digit of digits) left = (left * 10 + Number(digit)) % modulus;
  return left;
}
