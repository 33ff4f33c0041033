/** Steps for the program to take: to and fro, so that they never run out, and each kind of them as often as the others. */
import { today } from './data/make-data.mjs';
import { smoke } from './measure.mjs';

const paper = (name) => ({ name, number: '12/TB', on: today });
/** Of each state the step that leads out of it, and into another of these: with clocks to turn, and without. */
const steps = {
  'household-file': {
    notified: ['report-unreachable', { documents: [paper('broadcast-copy')] }],
    unreachable: [
      'serve-notice',
      { documents: [paper('recovery-notice'), paper('notice-service-minutes')], fields: { landUse: 'agricultural' } },
    ],
    persuading_inventory: ['report-legal-problem', { fields: { holdoutReason: 'legal_file' } }],
    legal_file_problem: ['resume-persuasion', { documents: [paper('persuasion-minutes')] }],
  },
  'grave-relocation': {
    declared: ['report-rival-claims', { documents: [paper('working-minutes')] }],
    claim_disputed: ['settle-claim', { documents: [paper('kin-agreement')], fields: { kin: 'Nguyễn Thị Lan' } }],
  },
};
const states = Object.entries(steps).flatMap(([kind, of]) => Object.keys(of).map((state) => ({ kind, state })));
/** How many kinds of steps there are. */
export const kindsOfSteps = states.length;
/** Whether a case stands where one of the steps leads out of. */
export const isWorkedOn = ({ kind, state }) => Boolean(steps[kind]?.[state]);

const stepOf = ({ id, kind, state, version }) => {
  const [action, body] = steps[kind][state];
  return { path: `/api/cases/${id}/actions/${action}`, body: { version, on: today, ...body } };
};
const moved = (file, text) => {
  const { version, state } = JSON.parse(text);
  Object.assign(file, { version, state });
};

/** Asks for one step, outside of what is measured. */
export async function takeStep(url, cookie, { path, body }) {
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, text: await answer.text() };
}

/** Cases of the ward that may be worked on, of every state as many, one of each after the other. */
async function casesToWorkOn(url, cookie) {
  const ofStates = await Promise.all(
    states.map(async ({ kind, state }) => {
      const found = [];
      let cursor = '';
      do {
        const path = `/api/cases?kind=${kind}&state=${state}&limit=100${cursor && `&cursor=${cursor}`}`;
        const page = await (await fetch(`${url}${path}`, { headers: { cookie } })).json();
        found.push(...page.items.map(({ id, version }) => ({ id, version, kind, state })));
        cursor = page.nextCursor ?? '';
      } while (cursor);
      return found;
    }),
  );
  // What a case was walked through at random may forbid the way back: each takes a step and its return.
  for (const files of ofStates)
    for (const file of [...files])
      for (let i = 0; i < 2 && files.includes(file); i++) {
        const { status, text } = await takeStep(url, cookie, stepOf(file));
        if (status < 300) moved(file, text);
        else files.splice(files.indexOf(file), 1);
      }
  // Of a smoke run's few cases some states have none.
  const each = (smoke ? Math.max : Math.min)(...ofStates.map(({ length }) => length));
  return [...Array(each).keys()].flatMap((i) => ofStates.flatMap((files) => files[i] ?? []));
}

/** Gives the next step at each call; a case is in one hand at a time. */
function taking(files) {
  const waiting = [...files];
  return () => {
    const file = waiting.shift();
    if (!file) throw new Error('no case is left to work on');
    return {
      ...{ ...stepOf(file), method: 'POST' },
      after: (status, text) => {
        if (status >= 300) return;
        moved(file, text);
        waiting.push(file);
      },
    };
  };
}

export const stepsToTake = async (url, cookie) => taking(await casesToWorkOn(url, cookie));

/**
 * The same to warm up on, with few cases, and to measure: a case of fifty steps is not what a ward works on. A smoke run
 * has too few to part them.
 */
export async function stepsToWarmUpAndTake(url, cookie) {
  const files = await casesToWorkOn(url, cookie);
  // A fifth of each state, as five and the number of states have no common part.
  return [0, 1].map((rest) => taking(smoke ? files : files.filter((_, i) => Number(i % 5 > 0) === rest)));
}
