import { actions, anyPorts, anyProtocol, newRow, pooled } from "../../table.ts";
import { findWord } from "./bytes.ts";
import {
  common,
  extensionWords,
  letters,
  listAbove,
  longOptions,
  option,
  protocolWords,
  targetWords,
} from "./fast-options.ts";
import { chainAt, type Fast, keptFor } from "./fast-state.ts";
import { keptWord } from "./fast-words.ts";
import { tcp, udp } from "./protocols.ts";
import { behindLine, behindText, byte, nextWord, wordEnd } from "./scan.ts";

/*
 * All that the long function compares with, as constants of this file: what is imported, or a member
 * of something, would be looked up each time. Numbers stay within 31 bits and their sign.
 */
const { dash, dot, slash, colon, zero, space } = byte;
const { permit, deny, jump } = actions;
const {
  source: sourceOption,
  destination: destinationOption,
  protocol: protocolOption,
  input: inputOption,
  output: outputOption,
  sourcePorts: sourcePortsOption,
  destinationPorts: destinationPortsOption,
  states: statesOption,
  target: targetOption,
  rejectWith: rejectWithOption,
  sourceList: sourceListOption,
  destinationList: destinationListOption,
  extension: extensionOption,
  comment: commentOption,
} = option;
const {
  tcp: tcpFour,
  udp: udpFour,
  drop: dropFour,
  acceptStart: acceptStartFour,
  acceptEnd: acceptEndFour,
  destinationPortsStart: destinationPortsStartFour,
  destinationPortsEnd: destinationPortsEndFour,
} = common;
const [pooledSource, pooledDestination] = [pooled.source, pooled.destination];
const [pooledSourcePorts, pooledDestinationPorts] = [pooled.sourcePorts, pooled.destinationPorts];
const letterOptions = letters;
const [tcpNumber, udpNumber] = [tcp, udp];
const everyProtocol: number = anyProtocol;
const everyPort = anyPorts | 0;
const portBits = (1 << sourcePortsOption) | (1 << destinationPortsOption);

/**
 * Reads the rule whose chain's name is at `from` straight into a row, where it is in plain IPv4
 * words, and gives the place behind its line. -1 where it says anything else: then the slow way
 * reads it, to the same effect, and the table is as it was.
 *
 * This is one long function over numbers because it is what a million rules wait for: nothing is
 * made, nothing is called for the commonest words, and the row is written once, when all is known.
 */
export function fastRule(fast: Fast, from: number, line: number): number {
  const { bytes, view, last, reading } = fast;
  let at = nextWord(bytes, chainAt(fast, from)) | 0;
  if (fast.chain < 0) return -1;
  let flags: number = pooledSource | pooledDestination;
  let sourceLo = fast.anyAddress | 0;
  let sourceHi = 0;
  let destinationLo = sourceLo;
  let destinationHi = 0;
  let protocol = everyProtocol;
  let sourcePorts = everyPort;
  let destinationPorts = everyPort;
  let seenIn = fast.phases | 0;
  let action = 0;
  let target = 0;
  let input = 0;
  let output = 0;
  /** Options so far, as bits. */
  let seen = 0;
  while (bytes[at] === dash) {
    if (at > last) return -1;
    let read = -1;
    if (bytes[at + 2] === space) {
      read = letterOptions[bytes[at + 1]!]!;
      at += 3;
    } else if (
      view.getInt32(at, true) === destinationPortsStartFour &&
      view.getInt32(at + 4, true) === destinationPortsEndFour
    ) {
      read = destinationPortsOption;
      at += 8;
    } else {
      const end = wordEnd(bytes, at) | 0;
      read = findWord(longOptions, bytes, at, end) | 0;
      at = nextWord(bytes, end) | 0;
    }
    // A list and a range of ports are one condition on the ports of their side.
    const once =
      read === sourceListOption || read === destinationListOption ? read - listAbove : read;
    if (once <= targetOption) {
      const before = seen;
      seen |= 1 << once;
      if (read < 0 || before === seen) return -1;
    }
    switch (read) {
      case sourceOption:
      case destinationOption: {
        if (!fast.readsAddresses) return -1;
        let lo = 0;
        for (let part = 0; part < 4; part += 1) {
          let octet = bytes[at]! - zero;
          if (octet >>> 0 > 9) return -1;
          const second = bytes[at + 1]! - zero;
          at += 1;
          if (second >>> 0 <= 9) {
            // A leading zero would make it octal.
            if (octet === 0) return -1;
            octet = octet * 10 + second;
            at += 1;
            const third = bytes[at]! - zero;
            if (third >>> 0 <= 9) {
              octet = octet * 10 + third;
              if (octet > 255) return -1;
              at += 1;
            }
          }
          lo = (lo << 8) | octet;
          if (part < 3 && bytes[at++] !== dot) return -1;
        }
        let host = 0;
        if (bytes[at] === slash) {
          let bits = bytes[at + 1]! - zero;
          const second = bytes[at + 2]! - zero;
          at += 2;
          // All addresses, `/0`, are a number of the pool and no range.
          if (bits < 1 || bits > 9) return -1;
          if (second >>> 0 <= 9) {
            bits = bits * 10 + second;
            at += 1;
          }
          if (bits > 32) return -1;
          host = bits === 32 ? 0 : -1 >>> bits;
        }
        if (bytes[at]! > space) return -1;
        if (bytes[at] === space) at += 1;
        if (read === sourceOption) {
          sourceLo = lo & ~host;
          sourceHi = lo | host;
          flags &= ~pooledSource;
        } else {
          destinationLo = lo & ~host;
          destinationHi = lo | host;
          flags &= ~pooledDestination;
        }
        break;
      }
      case sourcePortsOption:
      case destinationPortsOption: {
        let lo = bytes[at]! - zero;
        // A leading zero would make it octal.
        let digits = lo === 0 ? 5 : 1;
        if (lo >>> 0 > 9) return -1;
        for (at += 1; digits < 5; digits += 1, at += 1) {
          const digit = bytes[at]! - zero;
          if (digit >>> 0 > 9) break;
          lo = lo * 10 + digit;
        }
        let hi = lo;
        if (bytes[at] === colon) {
          hi = bytes[at + 1]! - zero;
          digits = hi === 0 ? 5 : 1;
          if (hi >>> 0 > 9) return -1;
          for (at += 2; digits < 5; digits += 1, at += 1) {
            const digit = bytes[at]! - zero;
            if (digit >>> 0 > 9) break;
            hi = hi * 10 + digit;
          }
        }
        if (lo > hi || hi > 65_535 || bytes[at]! > space) return -1;
        if (bytes[at] === space) at += 1;
        if (read === sourcePortsOption) sourcePorts = lo | (hi << 16);
        else destinationPorts = lo | (hi << 16);
        break;
      }
      case protocolOption: {
        const four = view.getInt32(at, true);
        if (four === tcpFour || four === udpFour) {
          protocol = four === tcpFour ? tcpNumber : udpNumber;
          at += 4;
          break;
        }
        const end = wordEnd(bytes, at) | 0;
        protocol = findWord(protocolWords, bytes, at, end) | 0;
        if (protocol < 0) return -1;
        at = nextWord(bytes, end) | 0;
        break;
      }
      case extensionOption: {
        // What these add stands in options of their own.
        const four = view.getInt32(at, true);
        if (four === tcpFour || four === udpFour) {
          at += 4;
          break;
        }
        const end = wordEnd(bytes, at) | 0;
        if (findWord(extensionWords, bytes, at, end) < 0) return -1;
        at = nextWord(bytes, end) | 0;
        break;
      }
      case targetOption: {
        // No chain is called like a target here: files in which one is are read the slow way.
        const four = view.getInt32(at, true);
        let end = at + 4;
        if (four === dropFour && bytes[end]! <= space) action = deny;
        else if (
          four === acceptStartFour &&
          view.getInt32(at + 2, true) === acceptEndFour &&
          bytes[at + 6]! <= space
        ) {
          end = at + 6;
          action = permit;
        } else {
          end = wordEnd(bytes, at) | 0;
          const chain = findWord(fast.chains, bytes, at, end) | 0;
          action = chain >= 0 ? jump : findWord(targetWords, bytes, at, end) | 0;
          if (action < 0) return -1;
          target = Math.max(chain, 0);
        }
        at = nextWord(bytes, end) | 0;
        break;
      }
      case commentOption: {
        at = behindText(bytes, at) | 0;
        if (at < 0) return -1;
        break;
      }
      case rejectWithOption: {
        const end = wordEnd(bytes, at) | 0;
        if (action !== deny || end === at) return -1;
        at = nextWord(bytes, end) | 0;
        break;
      }
      default: {
        const end = wordEnd(bytes, at) | 0;
        const number = keptWord(keptFor(fast, read), reading, bytes, at, end) | 0;
        if (number < 0) return -1;
        at = nextWord(bytes, end) | 0;
        if (read === statesOption) seenIn &= number;
        else if (read === inputOption) input = number;
        else if (read === outputOption) output = number;
        else if (read === sourceListOption) {
          sourcePorts = number;
          flags |= pooledSourcePorts;
        } else {
          destinationPorts = number;
          flags |= pooledDestinationPorts;
        }
      }
    }
  }
  // Ports need a protocol that has them; the others do not come this way.
  if ((seen & portBits) !== 0 && protocol !== tcpNumber && protocol !== udpNumber) return -1;
  const end = behindLine(bytes, at) | 0;
  // A rule that does nothing, or that sees none of our packets, is no row.
  if (end < 0 || seenIn === 0 || (seen & (1 << targetOption)) === 0) return end;
  const { table } = fast;
  const row = newRow(table) | 0;
  table.chain[row] = fast.chain;
  table.line[row] = line;
  table.action[row] = action;
  table.protocol[row] = protocol;
  table.flags[row] = flags;
  table.sourceLo[row] = sourceLo;
  table.sourceHi[row] = sourceHi;
  table.destinationLo[row] = destinationLo;
  table.destinationHi[row] = destinationHi;
  table.sourcePorts[row] = sourcePorts;
  table.destinationPorts[row] = destinationPorts;
  table.phases[row] = seenIn;
  // A fresh row is of zeros: memory that is never written to is never taken.
  if (target !== 0) table.target[row] = target;
  if (input !== 0) table.input[row] = input;
  if (output !== 0) table.output[row] = output;
  return end;
}
