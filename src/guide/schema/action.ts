import { z } from "zod";
import { HostName, HostPattern, Id } from "./common.ts";

/**
 * What Jochi can do on a PC by itself, and what of its step each action works on: ids of the step's
 * own lists, or values that stand in it. The code of each is in `src/actions`, under the same name.
 */
export const actionNeeds = {
  "trust-sites": ["sites"],
  "allow-popups": ["popups"],
  "clear-cache": [],
  "reset-browser": [],
  "remove-program": ["programs", "toolbars"],
  "install-program": ["programs"],
  "import-root": ["certificates"],
  "hosts-entry": ["hosts"],
  "allow-local-network": ["localNetwork"],
  "bypass-proxy": ["names"],
  "start-service": ["programs"],
  "open-settings": ["settings"],
} as const;

export type ActionId = keyof typeof actionNeeds;
export const actionIds = Object.keys(actionNeeds) as [ActionId, ...ActionId[]];

/** Pages of the system's or a browser's settings where only a person may act. */
export const settingsPages = [
  "internet-options-general",
  "internet-options-security",
  "internet-options-privacy",
  "internet-options-connections",
  "internet-options-advanced",
  "programs-and-features",
  "date-and-time",
  "services",
] as const;
export type SettingsPage = (typeof settingsPages)[number];

export const ActionFields = {
  /** What Jochi does instead of a person; the step's other fields say to what. */
  action: z.enum(actionIds).optional(),
  popups: z.array(Id).optional(),
  localNetwork: z.array(Id).optional(),
  /** Lines for the hosts file. */
  hosts: z
    .array(z.strictObject({ address: z.ipv4(), name: HostName }))
    .min(1)
    .optional(),
  /** Names and addresses, as they are typed into a list of exceptions. */
  names: z.array(HostPattern).min(1).optional(),
  settings: z.enum(settingsPages).optional(),
};

/** Who must have signed an installer: common names, letter by letter. */
export const PublisherPin = z.strictObject({
  subject: z.string().min(1),
  /** The authority that issued the signer's certificate. */
  issuer: z.string().min(1).optional(),
  /** SHA-1 and short RSA keys are accepted: the maker signed this one before 2016. */
  old: z.literal(true).optional(),
});
