// Writes the script that the example of a payment page includes.
import { writeFileSync } from "node:fs";
import { scriptOf } from "../src/embed/script.ts";
import { loadGuide } from "../src/guide/load.ts";
import { ownPath } from "../src/own/files.ts";

const page = "https://help.example/jochi.html";
const script = scriptOf(loadGuide("bankpay-transfer@2018.11"), { page, lang: "ko" });
writeFileSync(ownPath("docs/examples/jochi-check.js"), script);
