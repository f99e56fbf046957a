// The first next step of a process, when nothing has been compiled yet: prints what it took.
import { nextStep } from "../../src/engine/repair/next-step.ts";
import { largeProblem } from "./large.ts";
import { taken } from "./taken.ts";

const problem = largeProblem(Number(process.argv[2]));
process.stdout.write(`${JSON.stringify(taken(() => nextStep(problem)))}\n`);
