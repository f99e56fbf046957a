import { GuideError } from "../../error.ts";
import type { Listed } from "./records.ts";

/**
 * Openings, that is hosts × addresses × ports, of one record and of all; hosts of all. The published
 * list has 800 in its widest record and 2,000 openings and 250 hosts in all. What is longer would
 * be no guide that can be read, but is refused before it is made.
 */
export const limits = { ofRecord: 20_000, openings: 200_000, hosts: 10_000 } as const;

/** Throws GuideError, with the line of the record, where a list opens more than a guide can hold. */
export function refuseTooMany(records: readonly Listed[], file: string): void {
  const sum = { openings: 0, hosts: 0 };
  for (const { line, id, urls = [], ips = [], tcpPorts = "", udpPorts = "" } of records) {
    const counts = [urls, ips, `${tcpPorts},${udpPorts}`.split(",").filter((part) => part.trim())];
    const openings = counts.reduce((product, { length }) => product * Math.max(1, length), 1);
    if (openings > limits.ofRecord) {
      throw new GuideError(
        { file, line },
        {
          ko: `기록 ${id}이(가) 여는 곳 ${openings}개(이름 × 주소 × 포트)`,
          en: `${openings} openings (hosts × addresses × ports) in record ${id}`,
        },
        { ko: `기록마다 ${limits.ofRecord}개 이하`, en: `at most ${limits.ofRecord} in a record` },
      );
    }
    sum.openings += openings;
    sum.hosts += Math.max(1, urls.length);
    for (const [what, ko, en] of [
      ["hosts", "이름", "hosts"],
      ["openings", "여는 곳(이름 × 주소 × 포트)", "openings (hosts × addresses × ports)"],
    ] as const) {
      if (sum[what] <= limits[what]) continue;
      throw new GuideError(
        { file, line },
        { ko: `${ko} ${limits[what]}개 넘음`, en: `more than ${limits[what]} ${en}` },
        { ko: `모두 ${limits[what]}개 이하`, en: `at most ${limits[what]} in all` },
      );
    }
  }
}
