/** Money and areas are bigint columns; both databases hand back a whole JavaScript number (checked below 2^53). */
export const wholeNumber = {
  to: (value: number | null): number | null => value,
  from: (value: string | number | null): number | null => (value === null ? null : Number(value)),
};
