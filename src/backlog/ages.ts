/** Days a case has stood in its present state: where one bucket ends and the next begins; the last is open-ended. */
export const ages = [7, 30, 90, 180, 365] as const;

/** The buckets, oldest last: `toDays` is the last day in it, null for the open-ended one. */
export const ageBuckets = [0, ...ages].map((fromDays, i) => ({
  fromDays,
  toDays: i < ages.length ? ages[i]! - 1 : null,
}));
