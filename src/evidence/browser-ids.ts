export const browserIds = ["ie", "edge", "chrome", "whale", "firefox"] as const;
