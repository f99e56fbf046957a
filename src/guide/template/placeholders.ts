/** What stands in a new guide where only its author knows what to say; lint looks for it. */
export const placeholders = ["여기에 쓰세요", "write here", "write-here"] as const;
