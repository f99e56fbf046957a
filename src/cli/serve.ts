export { serveCommand } from "./start.ts";
