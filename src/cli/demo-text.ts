import type { Io } from "./command.ts";

/** Every sentence of `jochi demo`. */
export interface DemoText {
  help: string;
  /** Before the diagnosis, where chance chose what is broken. */
  seed(seed: number, guide: string | undefined): string;
  /** After it, in front of what was broken. */
  truth: string;
  unknownFault(id: string, nearest: string | undefined): string;
  badTarget(id: string, target: string, examples: string): string;
  badSeed(value: string, most: number): string;
  seedOrFaults: string;
  noLab(reason: string): string;
}

const again = (seed: number, guide: string | undefined) =>
  `jochi demo --seed ${seed}${guide === undefined ? "" : ` --guide ${guide}`}`;

export const demoText: Record<Io["lang"], DemoText> = {
  ko: {
    help: `사용법: jochi demo [고장[:대상]]… [옵션]

이 컴퓨터 안에 모의 폐쇄망을 만들고, 고장 내고, 그 안의 PC에서 진단합니다.
고장을 적지 않으면 무작위로 고릅니다. 바깥으로 나가는 연결은 하나도 없습니다.

  --list                 낼 수 있는 고장
  --seed N               무작위로 낸 고장을 그대로 다시
  --guide 이름|폴더      안내서 (기본: bankpay-transfer의 최신판)
  --json                 진단 결과를 JSON으로 표준 출력에
  --lang ko|en           출력 언어

예: jochi demo tcp.drop:203.175.190.200 popup.blocked

종료 코드: 0 정상 · 1 문제를 찾음 · 2 일을 하지 못함
`,
    seed: (seed, guide) => `무작위로 고장 냈습니다. 같은 고장을 다시 보려면: ${again(seed, guide)}`,
    truth: "실제로 낸 고장:",
    unknownFault: (id, nearest) =>
      `모르는 고장입니다: “${id}”${nearest ? ` (혹시 ${nearest}?)` : ""}. 목록은 jochi demo --list`,
    badTarget: (id, target, examples) =>
      examples === ""
        ? `이 안내서에는 ${id} 고장을 낼 곳이 없습니다`
        : `${id} 고장을 낼 수 없는 대상입니다: “${target}”. 예: ${examples}`,
    badSeed: (value, most) => `--seed ${value}: 0부터 ${most}까지의 정수여야 합니다`,
    seedOrFaults: "--seed와 고장 이름은 함께 쓸 수 없습니다",
    noLab: (reason) => `모의 폐쇄망을 만들 수 없습니다: ${reason}`,
  },
  en: {
    help: `Usage: jochi demo [FAULT[:TARGET]]… [OPTION…]

Builds a simulated closed network inside this computer, breaks it, and
diagnoses it from the PC in there. Without a fault, chance chooses. Not one
connection leaves this computer.

  --list                 the faults there are
  --seed N               what chance has broken, once more
  --guide NAME|DIR       the guide (default: the newest bankpay-transfer)
  --json                 print the diagnosis as JSON on standard output
  --lang ko|en           language of the output

Example: jochi demo tcp.drop:203.175.190.200 popup.blocked

Exit codes: 0 healthy · 1 something was found · 2 could not do the work
`,
    seed: (seed, guide) => `Broken at random. To see the same again: ${again(seed, guide)}`,
    truth: "What was really broken:",
    unknownFault: (id, nearest) =>
      `unknown fault: “${id}”${nearest ? ` (did you mean ${nearest}?)` : ""}; see jochi demo --list`,
    badTarget: (id, target, examples) =>
      examples === ""
        ? `this guide has nothing that ${id} could break`
        : `${id} cannot be aimed at “${target}”; for example: ${examples}`,
    badSeed: (value, most) => `--seed ${value}: expected a whole number from 0 to ${most}`,
    seedOrFaults: "--seed and the names of faults cannot be used together",
    noLab: (reason) => `the simulated network cannot be built: ${reason}`,
  },
};
