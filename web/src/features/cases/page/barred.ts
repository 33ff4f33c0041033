import type { OpenAction } from './case-types.js';

/** What a step lacks that its own form cannot supply: an earlier step, a wait that runs, competence. */
const outside = new Set([
  'missing-persuasion',
  'wait-not-started',
  'wait-not-ended',
  'term-lapsed',
  'other-law',
  'not-within-competence',
  'enforcement-barred',
]);

export const barred = (action: OpenAction) => action.lacks.filter(({ code }) => outside.has(code));
