/**
 * How much a guide may have of what is planned with: several times what the longest has, and little
 * enough that a plan is found at once on any machine. A guide may come from anywhere.
 */
export const most = {
  symptoms: 300,
  causes: 500,
  remedies: 200,
  /** That help against one cause. */
  remediesOfCause: 40,
  steps: 100,
  /** That are checked again after one remedy. */
  verified: 500,
  /** Of one remedy: a week. */
  minutes: 10_000,
  likelihoods: 5_000,
  dialogues: 60,
  questions: 60,
  /** To one question. */
  answers: 6,
  /** Characters of what a service is called in the middle of sentences. */
  word: 40,
} as const;
