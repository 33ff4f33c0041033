import { lawPack } from '../../src/deadlines/law-files.js';
import { graveRelocation } from '../../src/domain/kinds/grave-relocation.js';
import { householdFile } from '../../src/domain/kinds/household-file.js';
import { isHandedOver } from '../../src/domain/kinds/household-file/states.js';
import { workflows } from '../../src/domain/kinds/registry.js';
import { clocks, type ClockName } from '../../src/domain/law/clocks.js';
import { isDuty } from '../../src/domain/law/rule.js';
import {
  clocksStartedBy,
  stepIn,
  variants,
  type Action,
  type Variant,
  type Workflow,
} from '../../src/domain/workflow/workflow.js';
import { ask, clock, code, facts } from './ask.js';

const dutyClock = (name: ClockName) =>
  Object.values<readonly string[]>(clocks[name].rules)
    .flat()
    .some((id) => isDuty(lawPack.rule(id).kind));

interface Place {
  state: string;
  variant: Variant | null;
}
const openIn = (workflow: Workflow, { state, variant }: Place): [string, Action][] =>
  Object.entries(workflow.actions)
    .filter(([, { from, alsoIn, for: of }]) => {
      const here = from.includes(state) || alsoIn?.includes(state);
      return here && (!of || (variant !== null && of.includes(variant)));
    })
    .map(([name, action]) => [name, stepIn(state, action)]);

/** What may run in each place a case can come to, whatever steps led there. */
function mayRun(workflow: Workflow): { place: Place; clocks: Set<ClockName> }[] {
  const places = new Map<string, { place: Place; clocks: Set<ClockName> }>();
  const waiting: Place[] = [];
  const reach = (place: Place, more: Iterable<ClockName>) => {
    const key = `${place.state}/${place.variant}`;
    const known = places.get(key);
    const all = new Set([...(known?.clocks ?? []), ...more]);
    if (known?.clocks.size === all.size) return;
    places.set(key, { place, clocks: all });
    waiting.push(place);
  };
  reach({ state: workflow.initial, variant: null }, clocksStartedBy(workflow.opening));
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    const here = places.get(`${place.state}/${place.variant}`)!.clocks;
    for (const [, action] of openIn(workflow, place)) {
      const { stops = [], keeps = [], waives = [] } = action;
      const stays = (name: ClockName) =>
        stops === 'all' ? keeps.includes(name) : !stops.includes(name) && !waives.includes(name);
      const variant = action.sets ?? place.variant;
      reach({ state: action.to ?? place.state, variant }, [...[...here].filter(stays), ...clocksStartedBy(action)]);
    }
  }
  return [...places.values()];
}

/** Duties that a step ends without an answer of their own, and why that is right. */
const endedWith: Record<string, string> = {
  'compensation-project cancel': 'what is cancelled owes nothing',
  'household-file record-handover': 'the handover itself is what was due',
  'household-file stop-with-project': 'what is not recovered is not paid for',
  'grave-relocation stop-with-project': 'the same: the grave stays where it is',
  'household-file donate-land': 'land given is not paid for',
  'grave-relocation confirm-relocation': 'money that kin did not take is deposited, or went into the move',
  'grave-relocation hand-over-grave': 'the same, of kin who came after the move',
  'citizen-petition file': 'filing is the processing that was due',
  'citizen-petition end-review': 'the review itself was due, and needs the publication',
  'citizen-petition send-refusal': 'sending it is what was due',
  'reception-session open-petition': 'the petition has its own term from the day of receipt',
  'reception-session close': 'what the notice of the conclusion asked for is done',
  'reception-session close-refusal': 'sending it is what was due',
};

/** Answered by a step that is open in the same place and leads nowhere else: `decide` asks for it first. */
const answered = (workflow: Workflow, place: Place, name: ClockName) =>
  openIn(workflow, place).some(([, { to, stops }]) => to === undefined && stops !== 'all' && stops?.includes(name));

test('no step ends a duty that nobody has answered, or can answer first', () => {
  const dropped = workflows.flatMap((workflow) =>
    mayRun(workflow).flatMap(({ place, clocks: running }) =>
      openIn(workflow, place).flatMap(([name, { stops, keeps }]) => {
        if (stops !== 'all') return [];
        const lost = [...running].filter(
          (clock) => dutyClock(clock) && !keeps?.includes(clock) && !answered(workflow, place, clock),
        );
        return lost.length > 0 ? [`${workflow.kind} ${name}`] : [];
      }),
    ),
  );
  expect([...new Set(dropped)].sort()).toEqual(Object.keys(endedWith).sort());
});

test('every place of a petition was walked', () => {
  const petition = workflows.find(({ kind }) => kind === 'citizen-petition')!;
  const seen = mayRun(petition).map(({ place }) => place);
  expect(new Set(seen.map(({ state }) => state))).toEqual(new Set(Object.keys(petition.states)));
  expect(new Set(seen.flatMap(({ variant }) => variant ?? []))).toEqual(new Set(variants));
});

test('an origin is confirmed out of a dispute once its mediation is told', () => {
  const disputed = (status: 'running' | 'stopped') =>
    facts('disputed', { documents: ['inventory-minutes'], clocks: [clock('mediation', 'max', '2026-12-01', status)] });
  const confirm = { documents: ['origin-confirmation'] } as const;
  expect(code(householdFile, disputed('running'), 'confirm-origin', confirm)).toBe('duty-unanswered');
  expect(code(householdFile, disputed('stopped'), 'confirm-origin', confirm)).toBe('allowed');
});

test('what was not recovered ends with its project, and does not count as handed over', () => {
  const stop = { documents: ['cancellation-decision'] } as const;
  for (const [workflow, state] of [
    [householdFile, 'plan_approved'],
    [graveRelocation, 'inventoried'],
  ] as const) {
    const { to, outcome } = ask(workflow, facts(state), 'stop-with-project', stop);
    expect([(workflow.states as Workflow['states'])[to!]!.phase, outcome, isHandedOver(to!)]).toEqual([
      'closed',
      'project-cancelled',
      false,
    ]);
  }
  const owed = facts('refuses', {
    clocks: [clock('payment', 'max', '2026-12-01'), clock('ward-target', 'no-fixed-term', '2026-12-01')],
  });
  expect(code(graveRelocation, owed, 'stop-with-project', stop)).toBe('allowed');
  expect(code(householdFile, facts('paid'), 'stop-with-project', stop)).toBe('action-not-open');
});
