import { addProduct, halfProducts } from "./add.ts";
import { shuffleModule } from "./shuffle.ts";

/** The little of WebAssembly that is used here; Node's types leave it to the browser's. */
interface Assembly {
  Memory: new (size: { initial: number }) => { buffer: ArrayBuffer };
  Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  Instance: new (
    module: object,
    imports: { a: { memory: object } },
  ) => { exports: { add: AddInMemory } };
}

type AddInMemory = (target: number, source: number, end: number, tables: number) => void;

declare const WebAssembly: Assembly | undefined;

const pageBytes = 65_536;
/** The tables stand in front of what the caller sees. */
const tableBytes = halfProducts.length;
const vectorBytes = 16;

let compiled: object | undefined;

/**
 * Memory in which blocks are added to each other. `add` is fast where the processor can shuffle bytes and
 * WebAssembly is there, and gives the same everywhere else.
 */
export class Arena {
  /** Zero at first. */
  readonly bytes: Uint8Array;
  readonly #add: AddInMemory | undefined;

  /** @param size how many bytes are needed, at most 2 GiB */
  constructor(size: number, assembly: Assembly | undefined = available()) {
    if (!assembly) {
      this.bytes = new Uint8Array(size);
      return;
    }
    compiled ??= new assembly.Module(shuffleModule());
    const memory = new assembly.Memory({ initial: Math.ceil((tableBytes + size) / pageBytes) });
    new Uint8Array(memory.buffer).set(halfProducts);
    this.bytes = new Uint8Array(memory.buffer, tableBytes, size);
    this.#add = new assembly.Instance(compiled, { a: { memory } }).exports.add;
  }

  /**
   * Adds the `length` bytes from `source` on, multiplied by `factor`, to those from `target` on. Both are
   * offsets in `bytes`; the two must not overlap.
   */
  add(target: number, source: number, length: number, factor: number): void {
    const vectors = this.#add ? length - (length % vectorBytes) : 0;
    if (vectors > 0) {
      const start = tableBytes + target;
      this.#add!(start, tableBytes + source, start + vectors, factor * 2 * vectorBytes);
    }
    if (vectors === length) return;
    addProduct(
      this.bytes.subarray(target + vectors, target + length),
      this.bytes.subarray(source + vectors, source + length),
      factor,
    );
  }
}

/** A system may forbid code that is made while a program runs, or its processor may lack the shuffle. */
function available(): Assembly | undefined {
  if (typeof WebAssembly === "undefined") return undefined;
  try {
    compiled ??= new WebAssembly.Module(shuffleModule());
    return WebAssembly;
  } catch {
    return undefined;
  }
}
