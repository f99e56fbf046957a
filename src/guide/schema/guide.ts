import { z } from "zod";
import { editionPattern } from "../edition.ts";
import { Day, Id, provenance, Text } from "./common.ts";
import { most } from "./most.ts";

const Edition = z.string().regex(editionPattern, "YYYY or YYYY.MM");

export const Source = z.strictObject({
  id: Id,
  title: Text,
  publisher: z.string().optional(),
  published: z.string().optional(),
  url: z.string().optional(),
  retrievedOn: Day.optional(),
  /** What it is and how far it can be relied on. */
  about: Text.optional(),
});

/** A part of the guide in its own order, for those who read it through. */
export const Section = z.strictObject({
  id: Id,
  number: z.int().min(1),
  title: Text,
  audience: z.array(z.enum(["payer", "network", "admin"])).min(1),
  paragraphs: z.array(z.strictObject({ text: Text, source: provenance.source })),
  /** What stands in it: ids of requirements, remedies, groups, symptoms. */
  contains: z.array(Id),
});

/** What nobody but another can tell: kept open rather than guessed. */
export const OpenQuestion = z.strictObject({
  id: Id,
  text: Text,
  /** Who could answer it. */
  asks: Text,
  /** What hangs on it: ids of requirements, causes or remedies. */
  about: z.array(z.string().min(1)),
  source: provenance.source,
  /** Since when it has been open. */
  since: Day,
});

/** Of what nobody sees sentences would have holes. */
const Named = z
  .string()
  .max(most.word)
  .regex(/[\p{L}\p{N}]/u, "letters or digits");

const Word = z.strictObject({ ko: Named, en: Named.optional() });

/** What a service is called in the sentences that Jochi itself says about it. */
export const ServiceWords = z.strictObject({
  /** Before server, page, window, service: 결제, payment. */
  name: Word,
  /** The thing itself, in English with its article: 결제, the payment. */
  itself: Word,
  /** What a person does: in Korean the noun before 하다, in English its verb first: 결제, pay. */
  act: Word,
  /** Who does it: 결제하시는 분, payer. */
  person: Word.optional(),
  /** What is pressed on the service's page, where there is such a thing: 결제 버튼, the pay button. */
  button: Word.optional(),
});

export const GuideFile = z.strictObject({
  schema: z.literal("jochi.guide/1"),
  id: Id,
  edition: Edition,
  /** The edition that this one takes the place of. */
  replaces: Edition.optional(),
  title: Text,
  audience: Text,
  published: z.string(),
  service: Text,
  words: ServiceWords.optional(),
  sources: z.array(Source).min(1),
  sections: z.array(Section),
  openQuestions: z.array(OpenQuestion).optional(),
  /** What to do when every remedy has failed. */
  escalation: z.strictObject({ text: Text, remedy: Id, source: provenance.source }),
});
