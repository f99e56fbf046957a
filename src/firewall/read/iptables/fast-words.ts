import { addWord, type ByteWords, byteWords, findWord } from "./bytes.ts";
import { interfaceMatch } from "./option-addresses.ts";
import { portSet, type Reading } from "./reading.ts";
import { stateMatch } from "./states.ts";

/** Longer words are worked out again. */
const longestKept = 256;

/** A word that the fast way does not read. */
const declined = -2;

/** Words of a file with what they mean, worked out once for each. */
export interface KeptWords {
  words: ByteWords;
  numberOf(text: string, reading: Reading): number;
}

/** The number of the word at `from`, up to before `to`; negative where it is not for the fast way. */
export function keptWord(
  { words, numberOf }: KeptWords,
  reading: Reading,
  bytes: Uint8Array,
  from: number,
  to: number,
): number {
  const known = findWord(words, bytes, from, to);
  if (known !== -1) return known;
  const text = new TextDecoder().decode(bytes.subarray(from, to));
  const number = text === "" || text === "!" ? declined : numberOf(text, reading);
  if (to - from <= longestKept) addWord(words, text, number);
  return number;
}

export function keptInterfaces(): KeptWords {
  return {
    words: byteWords(),
    numberOf(text, { builder }) {
      if (text === "+" || text.includes("*")) return declined;
      return builder.pools.interfaces.number(interfaceMatch(text, false));
    },
  };
}

/** A list of ports as the number of a set. */
export function keptPorts(): KeptWords {
  return {
    words: byteWords(),
    numberOf(text, reading) {
      const set = portSet(reading, text);
      return set ? reading.builder.pools.ports.number(set) : declined;
    },
  };
}

/** The phases in which states surely hold, where that is all there is to say. */
export function keptStates(): KeptWords {
  return {
    words: byteWords(),
    numberOf(text, { known }) {
      const match = stateMatch(text, known.untracked);
      return match && match.sure === match.possible ? match.sure : declined;
    },
  };
}
