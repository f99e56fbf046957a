// Preloaded into the program: the clock of a PC on which it is 400 days later.
const later = 400 * 86_400_000;
const RealDate = Date;
const now = () => RealDate.now() + later;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args) as object,
  apply: () => new RealDate(now()).toString(),
  get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
});
