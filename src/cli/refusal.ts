/** Bad input: one line for standard error, exit code 2. Nothing has been changed or written. */
export class Refusal extends Error {
  constructor(line: string) {
    super(line);
    this.name = "Refusal";
  }
}

/** The same where the sentence is one of src/text, which is loaded only when it has to be said. */
export class LateRefusal extends Refusal {
  readonly words: () => Promise<string>;
  constructor(what: string, words: () => Promise<string>) {
    super(what);
    this.name = "LateRefusal";
    this.words = words;
  }
}
