import { after, before, describe } from "node:test";
import { connectionContract } from "./contract/connection.ts";
import { type ContractSetup, contractSetup, type Play, type Stage } from "./contract/setup.ts";
import { systemContract } from "./contract/system.ts";
import { tlsContract } from "./contract/tls.ts";

export type { ContractSetup, Stage } from "./contract/setup.ts";

/**
 * What every machine does alike: the real ones and the one made of plain data pass the same tests.
 * `make` builds what the setup describes, by whatever means its kind of machine has.
 */
export function machineContract(
  name: string,
  make: (setup: ContractSetup) => Promise<Stage>,
): void {
  describe(`machine contract: ${name}`, () => {
    let stage: Stage | undefined;
    before(async () => {
      stage = await make(contractSetup);
    });
    after(() => stage?.close());
    const play: Play = () => stage!;
    systemContract(play);
    connectionContract(play);
    tlsContract(play);
  });
}
