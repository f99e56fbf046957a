import { z } from "zod";

/** kebab-case, unique within its kind. */
export const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id in kebab-case");

/** Words for people. Korean first; a missing English is a lint problem, not a loading one. */
export const Text = z.strictObject({ ko: z.string().min(1), en: z.string().min(1).optional() });
export type Text = z.infer<typeof Text>;

/**
 * What a guide says may end in a path, a registry key, a list of exceptions or a line of the hosts
 * file, so it must be nothing but what it seems to be.
 */
export const FileName = z
  .string()
  .regex(/^(?!\.+$)[^\\/:*?"<>|\s][^\\/:*?"<>|\r\n\t]{0,200}$/, "a file's name, without folders");
export const HostName = z
  .string()
  .max(253)
  .regex(/^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/, "a host name or an address");
export const HostPattern = z
  .string()
  .max(253)
  .regex(/^(\*\.)?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/, "a host name, or *.host");
export const OriginPattern = z
  .string()
  .max(253)
  .regex(
    /^(https?:\/\/)?(\*\.)?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?$/,
    "an origin such as https://pay.example.kr or *.example.kr",
  );
/** Its name in the registry, which must not be taken for another key or an option. */
export const ServiceName = z
  .string()
  .regex(/^[A-Za-z0-9_][A-Za-z0-9_ .-]{0,255}$/, "a service's name");

/** `<source id>` or `<source id>#<place in it>`, e.g. `printed-2018#L135`. */
export const SourceRef = z
  .string()
  .regex(/^[a-z0-9-]+(#\S.*)?$/, "a source id, e.g. printed-2018#L135");

/** YYYY-MM-DD. */
export const Day = z.iso.date();

/**
 * Where a fact is from and when it was last verified. Optional here so that lint, not the loader,
 * names what lacks it with line and column.
 */
export const provenance = {
  source: SourceRef.optional(),
  verifiedOn: Day.optional(),
  /** By when somebody should look again whether it still holds. */
  reviewBy: Day.optional(),
  /** Its last day, where it is known to end: a certificate, a support, an announced move. */
  expires: Day.optional(),
  /** Rebuilt or concluded from other facts rather than read in the source. */
  certainty: z.enum(["sourced", "inferred", "reconstructed"]).optional(),
};

export const Port = z.int().min(1).max(65535);
