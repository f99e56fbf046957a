import { isIPv4 } from "node:net";

/** As much of RFC 1035 and EDNS (RFC 6891) as one question and its A records need. */

export const rcode = { noError: 0, formatError: 1, servfail: 2, nxdomain: 3, refused: 5 } as const;
export const typeA = 1;
const typeOpt = 41;
const headerBytes = 12;
const plainLimit = 512;
const ednsLimit = 1_232;
const ttlSeconds = 60;

export interface Question {
  id: number;
  /** Lower case, without the last dot. */
  name: string;
  type: number;
  /** Name, type and class as they were asked, letter by letter. */
  bytes: Buffer;
  recursionDesired: boolean;
  edns: boolean;
}

export interface Answer {
  rcode: number;
  addresses: string[];
}

/** The question of a message; `undefined` where it is not one plain question. */
export function readQuestion(message: Buffer): Question | undefined {
  if (message.length < headerBytes + 5) return undefined;
  const flags = message.readUInt16BE(2);
  const isResponse = (flags & 0x8000) !== 0;
  if (isResponse || message.readUInt16BE(4) !== 1) return undefined;
  const labels: string[] = [];
  let at = headerBytes;
  for (let length = message[at]; length !== 0; length = message[at]) {
    // No compression in a question; a pointer or a name without an end is refused.
    if (length === undefined || length > 63 || at + length + 6 > message.length) return undefined;
    labels.push(message.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
  }
  const end = at + 5;
  if (end > message.length) return undefined;
  return {
    id: message.readUInt16BE(0),
    name: labels.join(".").toLowerCase(),
    type: message.readUInt16BE(at + 1),
    bytes: message.subarray(headerBytes, end),
    recursionDesired: (flags & 0x0100) !== 0,
    edns:
      message.readUInt16BE(10) > 0 &&
      message.length > end &&
      message[end] === 0 &&
      message.readUInt16BE(end + 1) === typeOpt,
  };
}

export function writeAnswer(question: Question, answer: Answer, over: "udp" | "tcp"): Buffer {
  const records = answer.addresses.filter(isIPv4).map(addressRecord);
  const opt = question.edns ? [optRecord()] : [];
  const limit = over === "tcp" ? 65_535 : question.edns ? ednsLimit : plainLimit;
  const size = () => headerBytes + question.bytes.length + opt.length * 11 + records.length * 16;
  const truncated = size() > limit;
  if (truncated) records.length = 0;
  const header = Buffer.alloc(headerBytes);
  header.writeUInt16BE(question.id, 0);
  const desired = question.recursionDesired ? 0x0100 : 0;
  header.writeUInt16BE(0x8080 | desired | (truncated ? 0x0200 : 0) | answer.rcode, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  header.writeUInt16BE(opt.length, 10);
  return Buffer.concat([header, question.bytes, ...records, ...opt]);
}

/** The name is a pointer to the question, right behind the header. */
function addressRecord(address: string): Buffer {
  const record = Buffer.alloc(16);
  record.writeUInt16BE(0xc000 | headerBytes, 0);
  record.writeUInt16BE(typeA, 2);
  record.writeUInt16BE(1, 4);
  record.writeUInt32BE(ttlSeconds, 6);
  record.writeUInt16BE(4, 10);
  record.set(address.split(".").map(Number), 12);
  return record;
}

function optRecord(): Buffer {
  const record = Buffer.alloc(11);
  record.writeUInt16BE(typeOpt, 1);
  record.writeUInt16BE(ednsLimit, 3);
  return record;
}
