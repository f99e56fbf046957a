import { linuxStage } from "./linux/stage/stage.ts";
import { machineContract } from "./machine.contract.ts";

machineContract("linux", linuxStage);
