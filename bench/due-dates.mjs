/** Due dates with their proof, in this process, on one core: every rule that sets a term, from days of four years. */
import { built } from './data/built.mjs';
import { dice } from './data/dice.mjs';
import { figure, median, smoke } from './measure.mjs';

const { WorkCalendar } = await built('domain/deadlines/calendar.js');
const { dueDate } = await built('domain/deadlines/due-date.js');
const { addDays, plainDate } = await built('domain/plain-date.js');
const { hasDueDate } = await built('domain/law/rule.js');
const { announcedDays, assumedDays, lawPack } = await built('deadlines/law-files.js');

const wanted = 200_000;

export function dueDates() {
  const calendar = new WorkCalendar(announcedDays(), assumedDays);
  const rules = lawPack.rules.filter(hasDueDate);
  const { roll, pick } = dice(11);
  const first = plainDate('2024-01-01');
  const asked = [...Array(50_000).keys()].map(() => [addDays(first, roll(1_460)), pick(rules)]);
  const runs = [];
  let proofs = 0;
  for (let round = 0; round < (smoke ? 1 : 7); round++) {
    const begun = performance.now();
    for (const [day, rule] of asked) if (dueDate(day, rule, calendar).date) proofs++;
    runs.push((asked.length / (performance.now() - begun)) * 1000);
  }
  if (proofs < asked.length / 2) throw new Error('no due dates came of it');
  return [
    figure('due dates with proof', { ours: median(runs), floor: wanted, unit: '/s', wanted: ['at least', 1], runs }),
  ];
}
