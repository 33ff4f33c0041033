/** A long list in portions of `size` at most, in its order: SQLite takes 32,766 parameters in one question. */
export function* portionsOf<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let i = 0; i < all.length; i += size) yield all.slice(i, i + size);
}
