import { anyAddress } from "../../address.ts";
import { type Members, surely } from "../members.ts";

/** Every address: the side of a rule of which a cloud's configuration does not speak. */
export const anything: Members = surely(anyAddress);
