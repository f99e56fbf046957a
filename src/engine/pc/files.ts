import type { Reading } from "../../evidence/outcome.ts";
import type { Case } from "../case.ts";
import type { JudgedCheck } from "../check.ts";
import { fail, held, pass } from "./held.ts";

/** Files and folders that must exist, in any of their places. */
export function judgeFiles(the: Case): JudgedCheck[] {
  return the.guide.files.map(({ id, paths }) =>
    held(id, "file", anyPath(the, paths), (there) =>
      there ? pass() : fail("file.missing", { name: paths[0] ?? "" }),
    ),
  );
}

/** Whether one of the paths exists; where one was not seen and another not read, nobody knows. */
export function anyPath(the: Case, paths: readonly string[]): Reading<boolean> | undefined {
  const seen = paths.map((path) => the.book.get("path", { path }));
  const exists = seen.find((one) => one?.state === "found" && one.value);
  const unread = seen.find((one) => one?.state !== "found");
  return exists ?? (seen.some((one) => one?.state !== "found") ? unread : seen[0]);
}
