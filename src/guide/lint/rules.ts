import { action } from "./action.ts";
import { ambiguousCertificate } from "./ambiguous-certificate.ts";
import { damagedPath } from "./damaged-path.ts";
import { dayOrder } from "./day-order.ts";
import { documentationAddress } from "./documentation-address.ts";
import { duplicateId } from "./duplicate-id.ts";
import { duplicateRow } from "./duplicate-row.ts";
import { estimates } from "./estimates.ts";
import { expiredCertificate } from "./expired-certificate.ts";
import { impossibleAddress } from "./impossible-address.ts";
import { impossibleHost } from "./impossible-host.ts";
import { impossibleRange } from "./impossible-range.ts";
import { missingSource } from "./missing-source.ts";
import { missingTranslation } from "./missing-translation.ts";
import { openQuestion } from "./open-question.ts";
import { placeholder } from "./placeholder.ts";
import { printedPath } from "./printed-path.ts";
import { replaces } from "./replaces.ts";
import { reviewBy } from "./review-by.ts";
import type { LintRule } from "./rule.ts";
import { unconfirmedCause } from "./unconfirmed-cause.ts";
import { unknownCause } from "./unknown-cause.ts";
import { unknownId } from "./unknown-id.ts";
import { unknownSource } from "./unknown-source.ts";
import { unopenedHost } from "./unopened-host.ts";
import { unreachedRemedy } from "./unreached-remedy.ts";
import { unusedId } from "./unused-id.ts";
import { verifiedOn } from "./verified-on.ts";
import { wrongSite } from "./wrong-site.ts";

/** Every rule, by name. A rule is in force by standing here. */
export const rules: readonly LintRule[] = [
  action,
  ambiguousCertificate,
  damagedPath,
  dayOrder,
  documentationAddress,
  duplicateId,
  duplicateRow,
  estimates,
  expiredCertificate,
  impossibleAddress,
  impossibleHost,
  impossibleRange,
  missingSource,
  missingTranslation,
  openQuestion,
  placeholder,
  printedPath,
  replaces,
  reviewBy,
  unconfirmedCause,
  unknownCause,
  unknownId,
  unknownSource,
  unopenedHost,
  unreachedRemedy,
  unusedId,
  verifiedOn,
  wrongSite,
];
