import type { z } from "zod";
import type { Kind } from "./files.ts";
import { BrowsersFile } from "./schema/browser.ts";
import { CausesFile } from "./schema/cause.ts";
import { CertificatesFile } from "./schema/certificate.ts";
import { EndpointsFile } from "./schema/endpoint.ts";
import { EstimatesFile } from "./schema/estimates.ts";
import { FilesFile } from "./schema/file.ts";
import { GuideFile } from "./schema/guide.ts";
import { ProgramsFile } from "./schema/program.ts";
import { RemediesFile } from "./schema/remedy.ts";
import { SitesFile } from "./schema/site.ts";
import { SymptomsFile } from "./schema/symptom.ts";

/** What each file of a guide must look like. */
export const schemas: Record<Kind, z.ZodObject> = {
  guide: GuideFile,
  endpoints: EndpointsFile,
  sites: SitesFile,
  browsers: BrowsersFile,
  programs: ProgramsFile,
  certificates: CertificatesFile,
  files: FilesFile,
  symptoms: SymptomsFile,
  causes: CausesFile,
  remedies: RemediesFile,
  estimates: EstimatesFile,
};
