/**
 * The certificate library's container asks for three functions of the metadata proposal, and for
 * nothing that they would have to remember beyond one property of one class.
 */
const kept = new WeakMap<object, Map<unknown, unknown>>();

const metadata = {
  defineMetadata(key: unknown, value: unknown, target: object) {
    const own = kept.get(target) ?? new Map<unknown, unknown>();
    kept.set(target, own.set(key, value));
  },
  getMetadata: (key: unknown, target: object) => kept.get(target)?.get(key),
  getOwnMetadata: (key: unknown, target: object) => kept.get(target)?.get(key),
};

if (!("getMetadata" in Reflect)) Object.assign(Reflect, metadata);
