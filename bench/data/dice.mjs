/** Whole numbers below `n`, the same for the same seed, on every machine. */
export function dice(seed) {
  let state = seed >>> 0;
  const roll = (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  return { roll, pick: (list) => list[roll(list.length)] };
}
