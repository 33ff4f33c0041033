/** `npm run bench`: every part, or those named: `npm run bench -- lists change`. */
import { keep, print, smoke } from './measure.mjs';
import { parts } from './parts.mjs';

const asked = process.argv.slice(2);
let missed = 0;
for (const [name, run] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const { figures, about } = await run();
  print(name, figures);
  keep(name, figures, about);
  missed += figures.filter(({ holds }) => !holds).length;
}
console.log(missed === 0 ? '\nEvery limit holds.' : `\n${missed} limits do not hold.`);
// A smoke run only sees that everything runs.
process.exit(missed > 0 && !smoke ? 1 : 0);
