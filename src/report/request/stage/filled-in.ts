import { formRows } from "../../../firewall/form.ts";
import { loadGuide } from "../../../guide/load.ts";
import type { Application } from "../form.ts";

/** For tests: the printed edition, whose table never changes, and what somebody fills in beside it. */
export const guide = loadGuide("bankpay-transfer@2018.11");
export const rows = formRows(guide);
export const application: Application = {
  applicant: "홍길동",
  department: "총무과",
  from: "2026-12-01",
  until: "2027-11-30",
  sources: ["10.20.0.0/16"],
};
