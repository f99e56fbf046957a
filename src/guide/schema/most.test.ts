import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { z } from "zod";
import { CausesFile } from "./cause.ts";
import { EstimatesFile } from "./estimates.ts";
import { ServiceWords } from "./guide.ts";
import { most } from "./most.ts";
import { RemediesFile } from "./remedy.ts";
import { SymptomsFile } from "./symptom.ts";

const text = { ko: "글" };
const ids = (count: number) => Array.from({ length: count }, (_, at) => `id-${at}`);
const effort = { remedy: "r", disruption: 0, ends: [{ cause: "c", chance: 1 }] };
const remedy = {
  id: "r",
  title: text,
  owner: "user",
  minutes: 1,
  automatic: false,
  steps: [{ text }],
  verifies: [],
};
const question = {
  id: "q",
  text,
  minutes: 1,
  answers: [
    { id: "a", text },
    { id: "b", text },
  ],
  where: [],
  otherwise: [0.5, 0.5],
};
const none = { retry: [], likelihoods: [], efforts: [], dialogues: [], questions: [] };

const estimates = (key: keyof typeof none, one: object) => (count: number) => ({
  ...none,
  [key]: Array.from({ length: count }, () => one),
});
const remedies = (made: (count: number) => object) => (count: number) => ({
  remedies: [{ ...remedy, ...made(count) }],
});
const causes = (made: (count: number) => object) => (count: number) => ({
  causes: [{ id: "c", remedies: [], ...made(count) }],
});

const words = (count: number) => ({ name: { ko: "가".repeat(count) }, itself: text, act: text });

type Limit = [what: string, schema: z.ZodType, most: number, made: (count: number) => unknown];
const limits: Limit[] = [
  [
    "likelihoods",
    EstimatesFile,
    most.likelihoods,
    estimates("likelihoods", { cause: "c", weight: 1 }),
  ],
  ["efforts", EstimatesFile, most.remedies, estimates("efforts", effort)],
  [
    "windows",
    EstimatesFile,
    most.dialogues,
    estimates("dialogues", { id: "d", title: text, minutes: 1 }),
  ],
  ["questions", EstimatesFile, most.questions, estimates("questions", question)],
  [
    "remedies",
    RemediesFile,
    most.remedies,
    (count) => ({ remedies: Array.from({ length: count }, () => remedy) }),
  ],
  ["characters of what a service is called", ServiceWords, most.word, words],
  ["minutes", RemediesFile, most.minutes, remedies((minutes) => ({ minutes }))],
  [
    "what is verified",
    RemediesFile,
    most.verified,
    remedies((count) => ({ verifies: ids(count) })),
  ],
  [
    "steps",
    RemediesFile,
    most.steps,
    remedies((count) => ({ steps: Array.from({ length: count }, () => ({ text })) })),
  ],
  [
    "causes",
    CausesFile,
    most.causes,
    (count) => ({ causes: ids(count).map((id) => ({ id, remedies: [] })) }),
  ],
  [
    "remedies of a cause",
    CausesFile,
    most.remediesOfCause,
    causes((count) => ({ remedies: ids(count) })),
  ],
  [
    "remedies where it is managed",
    CausesFile,
    most.remediesOfCause,
    causes((count) => ({ managedRemedies: ids(count) })),
  ],
  [
    "symptoms",
    SymptomsFile,
    most.symptoms,
    (count) => ({ symptoms: ids(count).map((id) => ({ id, title: text, causes: ["c"] })) }),
  ],
];

describe("how much a guide may have", () => {
  for (const [what, schema, limit, made] of limits) {
    it(`is ${limit} and not one more: ${what}`, () => {
      assert.equal(schema.safeParse(made(limit)).success, true);
      const { error } = schema.safeParse(made(limit + 1));
      assert.deepEqual(
        error?.issues.map(({ code }) => code),
        ["too_big"],
      );
    });
  }
});
