/** Bad input: one line for standard error, exit code 2. Nothing has been changed or written. */
export class Refusal extends Error {
  constructor(line: string) {
    super(line);
    this.name = "Refusal";
  }
}
