/** Who wrote a setting: the user, the PC's administrator, or a policy for either of them. */
export const places = ["user", "machine", "user-policy", "machine-policy"] as const;
export type Place = (typeof places)[number];
