import { frameBytes } from "./frame.ts";

/** Largest file that is split: above, the lists that are kept while joining would take too much memory. */
export const wholeBytesMax = 32 * 2 ** 30;
export const partsMax = 9_999;
/** Smaller parts would be more description than content. */
export const partBytesMin = 16 * frameBytes;

/** The first frame of so many describes the set, and so do the last few of a part, which may be a short one. */
export const describeEvery = 1_024;
export const describingLast = 3;

/** How many numbered frames a part of `slots` frames has. */
export function capacityOf(slots: number): number {
  const before = slots - describingLast;
  return before - Math.ceil(before / describeEvery);
}

/** Whether the frame at this place of a part describes the set; its last ones do so besides. */
export const isDescribing = (slot: number): boolean => slot % describeEvery === 0;

/** Where in a part its `at`th numbered frame stands. */
export function slotOf(at: number): number {
  return at + 1 + Math.floor(at / (describeEvery - 1));
}

/** Frames of a part with so many numbered ones, which are at least one. */
export function slotsFor(numbered: number): number {
  return slotOf(numbered - 1) + 1 + describingLast;
}

/** Numbered frames of each part: `total` dealt out one after another. */
export function shareOf(part: number, total: number, slots: number): { from: number; to: number } {
  const capacity = capacityOf(slots);
  return { from: (part - 1) * capacity, to: Math.min(total, part * capacity) };
}

/** Bytes of each part. */
export function partBytes(part: number, total: number, slots: number): number {
  const { from, to } = shareOf(part, total, slots);
  return slotsFor(to - from) * frameBytes;
}
