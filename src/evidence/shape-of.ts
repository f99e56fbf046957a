import type { z } from "zod";
import { EvidenceFile } from "./evidence.ts";
import { factFormats } from "./facts.ts";
import type { Shape, Shapes } from "./shape.ts";

/** The formats of evidence as plain data, made from the schemas. */
export function evidenceShapes(): Shapes {
  const facts = Object.entries(factFormats).map(([probe, format]) => [
    probe,
    { with: shapeOf(format.with), fact: shapeOf(format.fact) },
  ]);
  return { file: shapeOf(EvidenceFile), facts: Object.fromEntries(facts) };
}

type Any = z.core.$ZodType;
type Def = z.core.$ZodTypes["_zod"]["def"];

/** Throws for whatever plain data has no word for: nothing of a schema gets lost on the way. */
function shapeOf(schema: Any): Shape {
  const def = schema._zod.def as Def;
  switch (def.type) {
    case "string":
      return textShape(schema);
    case "number":
      return numberShape(schema);
    case "boolean":
      return { is: "boolean" };
    case "unknown":
      return { is: "anything" };
    case "literal":
      return { is: "one-of", values: def.values as (string | number | boolean)[] };
    case "enum":
      return { is: "one-of", values: Object.values(def.entries) };
    case "nullable":
      return { is: "or-null", of: shapeOf(def.innerType) };
    case "array":
      return { is: "list", of: shapeOf(def.element), ...limits(schema, ["most"]) };
    case "record":
      return { is: "record", key: shapeOf(def.keyType), value: shapeOf(def.valueType) };
    case "object":
      return objectShape(def);
    case "union":
      return kindShape(def as z.core.$ZodDiscriminatedUnionDef);
    case "lazy":
      return { is: "json" };
    default:
      throw new Error(`no plain shape for ${def.type}`);
  }
}

function objectShape({ shape, catchall }: z.core.$ZodObjectDef): Shape {
  if (catchall?._zod.def.type !== "never") throw new Error("an object that takes any key");
  const may: string[] = [];
  const keys = Object.entries(shape).map(([key, each]) => {
    const def = each._zod.def as Def;
    if (def.type !== "optional") return [key, shapeOf(each)];
    may.push(key);
    return [key, shapeOf(def.innerType)];
  });
  return { is: "object", keys: Object.fromEntries(keys), ...(may.length > 0 && { may }) };
}

function kindShape({ discriminator, options }: z.core.$ZodDiscriminatedUnionDef): Shape {
  if (discriminator === undefined) throw new Error("a union without a key that tells its kinds");
  const values = options.map((option) => {
    const own = (option._zod.def as unknown as z.core.$ZodObjectDef).shape[discriminator]!;
    const [value] = [...(own._zod.values ?? [])];
    return value as string | number | boolean;
  });
  return { is: "kind", by: discriminator, values, shapes: options.map(shapeOf) };
}

interface Check {
  check: string;
  format?: string;
  pattern?: RegExp;
  value?: number;
  maximum?: number;
  inclusive?: boolean;
}

/** A schema's own check, where it is one itself, and those that were added. */
function checksOf(schema: Any): Check[] {
  const def = schema._zod.def as { check?: string; checks?: z.core.$ZodCheck[] };
  const added = (def.checks ?? []).map((each) => each._zod.def as Check);
  return def.check === undefined ? added : [def as Check, ...added];
}

function textShape(schema: Any): Shape {
  const [check, ...more] = checksOf(schema);
  if (!check) return { is: "text" };
  if (more.length > 0) throw new Error("text with more than one limit");
  if (check.check === "max_length") return { is: "text", most: check.maximum! };
  if (check.check !== "string_format" || !check.pattern) throw new Error(check.check);
  const pattern = check.pattern.source;
  if (check.format === "datetime") return { is: "text", pattern, means: "time" };
  return { is: "text", pattern, means: pattern.includes("a-f") ? "hex" : "format" };
}

function numberShape(schema: Any): Shape {
  const checks = checksOf(schema);
  const whole = checks.some(({ format }) => format === "safeint");
  return { is: whole ? "whole-number" : "number", ...limits(schema, ["least", "most"]) };
}

function limits(schema: Any, known: ("least" | "most")[]): { least?: number; most?: number } {
  const found: { least?: number; most?: number } = {};
  for (const { check, value, maximum, inclusive } of checksOf(schema)) {
    if (check === "number_format") continue;
    const side = check === "greater_than" ? "least" : "most";
    const limit = check === "max_length" ? maximum : inclusive ? value : undefined;
    const fits = ["greater_than", "less_than", "max_length"].includes(check);
    if (!fits || limit === undefined || !known.includes(side)) throw new Error(check);
    found[side] = limit;
  }
  return found;
}
