import { lawPack } from '../../src/deadlines/law-files.js';
import { workflows } from '../../src/domain/kinds/registry.js';
import { clocks, isClockName, type ClockName } from '../../src/domain/law/clocks.js';
import { isDocumentName } from '../../src/domain/workflow/documents.js';
import { checkFields, fieldSpecs, type FieldName } from '../../src/domain/workflow/fields.js';
import type { Action } from '../../src/domain/workflow/workflow.js';
import { actionsOf, isClosed, isOnWay, pairsOf, reachable, sorted, startNames, waysOf } from './ways.js';

describe.each(workflows.map((workflow) => [workflow.kind, workflow] as const))('%s', (_kind, workflow) => {
  const actions = actionsOf(workflow);
  const started = new Set([
    ...startNames(workflow.opening.starts),
    ...actions.flatMap(([, action]) => startNames(action.starts)),
  ]);

  test('every state can be reached', () => {
    const seen = waysOf(workflow).flatMap((way) => [...reachable(workflow, way)]);
    expect(sorted(seen)).toEqual(sorted(Object.keys(workflow.states)));
  });

  test('every open state can be left, and its end be reached, on each way through', () => {
    for (const way of waysOf(workflow)) {
      const seen = reachable(workflow, way);
      const pairs = pairsOf(workflow, way).map((pair) => pair.split(' → ') as [string, string]);
      const ending = new Set([...seen].filter((state) => isClosed(workflow, state)));
      for (let before = -1; before !== ending.size;) {
        before = ending.size;
        for (const [from, to] of pairs) if (ending.has(to)) ending.add(from);
      }
      expect({ way, stuck: [...seen].filter((state) => !ending.has(state)) }).toEqual({ way, stuck: [] });
    }
  });

  test('nothing is done in a closed state, and every action can be met', () => {
    for (const [name, action] of actions) {
      expect({ name, closed: action.from.filter((state) => isClosed(workflow, state)) }).toEqual({ name, closed: [] });
      const met = waysOf(workflow).some((way) => {
        const seen = reachable(workflow, way);
        return isOnWay(action, way) && [...action.from, ...(action.alsoIn ?? [])].some((state) => seen.has(state));
      });
      expect({ name, met }).toEqual({ name, met: true });
    }
  });

  test('every clock, paper and field is known, and every clock has a rule in the law pack', () => {
    for (const [name, action] of [...actions, ['opening', workflow.opening as Partial<Action>] as const]) {
      const named = [
        ...startNames(action.starts),
        ...(action.stops === 'all' ? [] : (action.stops ?? [])),
        ...(action.pauses ?? []),
        ...(action.resumes ?? []),
        ...(action.waives ?? []),
        ...(action.after ?? []),
        ...(action.afterIfStarted ?? []),
        ...(action.extends ? [action.extends] : []),
      ];
      expect({ name, unknown: named.filter((clock) => !isClockName(clock)) }).toEqual({ name, unknown: [] });
      for (const clock of named)
        for (const id of Object.values(clocks[clock].rules).flat()) expect(lawPack.rule(id).id).toBe(id);
      expect({ name, unknown: (action.needs ?? []).filter((paper) => !isDocumentName(paper)) }).toEqual({
        name,
        unknown: [],
      });
      const asked = [...(action.fields ?? []), ...(action.may ?? [])];
      expect({ name, unknown: asked.filter((field) => !(field in fieldSpecs)) }).toEqual({ name, unknown: [] });
    }
  });

  test('a clock that takes its day or its length from a field finds the field asked for, or filled in', () => {
    const fallsBackToTheDayOfTheAct = ['send-decision', 'serve-notice'];
    for (const [name, action] of [...actions, ['opening', workflow.opening as Partial<Action>] as const])
      for (const start of action.starts ?? []) {
        if (typeof start === 'string' || fallsBackToTheDayOfTheAct.includes(name)) continue;
        // Where the decision sets no time of its own, the law's ten days run.
        const always = ['receivedOn', 'enforcementDays', ...(workflow.opening.fields ?? []), ...(action.fields ?? [])];
        const read = [start.from, start.termFrom].filter((field) => field !== undefined);
        expect({ name, missing: read.filter((field) => !always.includes(field)) }).toEqual({ name, missing: [] });
      }
  });

  test('a field that must have a value is asked for, and the value is one it can have', () => {
    for (const [name, { only = {}, fields = [] }] of actions)
      for (const [field, value] of Object.entries(only) as [FieldName, unknown][]) {
        expect({ name, asked: fields.includes(field) }).toEqual({ name, asked: true });
        expect(checkFields({ [field]: value }).problems).toEqual([]);
      }
  });

  test('a clock that is stopped, paused, waived, extended or awaited was started by some step', () => {
    for (const [name, { stops, pauses, resumes, waives, after, afterIfStarted, extends: extended }] of actions) {
      const named = [
        stops === 'all' ? [] : (stops ?? []),
        pauses ?? [],
        resumes ?? [],
        waives ?? [],
        after ?? [],
        afterIfStarted ?? [],
      ].flat();
      const never = [...named, ...(extended ? [extended] : [])].filter((clock) => !started.has(clock));
      expect({ name, never }).toEqual({ name, never: [] });
    }
  });

  test('a paused clock can be resumed or stopped from where the pause leads', () => {
    for (const [name, { to, pauses }] of actions)
      for (const clock of pauses ?? []) {
        const ended = actions.some(
          ([, a]) =>
            a.from.includes(to ?? '') && (a.resumes?.includes(clock) || a.stops === 'all' || a.stops?.includes(clock)),
        );
        expect({ name, clock, ended }).toEqual({ name, clock, ended: true });
      }
  });

  test('nobody comes back to the work that was paused while its clock stands still', () => {
    for (const way of waysOf(workflow)) {
      const open = actions.filter(([, action]) => isOnWay(action, way));
      for (const [name, { from, to, pauses }] of open)
        for (const clock of pauses ?? []) {
          const ends = ({ resumes, stops }: Action) =>
            resumes?.includes(clock) || stops === 'all' || stops?.includes(clock);
          const paused = new Set<string>([to ?? '']);
          for (const state of paused)
            for (const [, a] of open) if (a.to && a.from.includes(state) && !ends(a)) paused.add(a.to);
          expect({ name, clock, back: from.filter((state) => paused.has(state)) }).toEqual({ name, clock, back: [] });
        }
    }
  });

  test('every way to an end stops what still runs', () => {
    for (const [name, { to, stops }] of actions)
      if (to && isClosed(workflow, to)) expect({ name, stops }).toEqual({ name, stops: 'all' });
  });

  test('no duty waits for the closing of the file to stop, but those named here with their reason', () => {
    const stopped = new Set(actions.flatMap(([, { stops }]) => (stops === 'all' ? [] : (stops ?? []))));
    const onlyAtTheEnd = [...started].filter((clock) => !stopped.has(clock));
    expect(sorted(onlyAtTheEnd)).toEqual(sorted(Object.keys(outlives[workflow.kind] ?? {})));
  });

  test('compulsory and enforced steps of the household and the grave rest on a dated persuasion record', () => {
    if (!['household-file', 'grave-relocation'].includes(workflow.kind)) return;
    const matters = new Set(actions.map(([, action]) => action.persuades));
    for (const [name, action] of actions) {
      if (action.enforcement)
        expect({ name, persuaded: action.persuaded !== undefined }).toEqual({ name, persuaded: true });
      if (action.persuaded) expect(matters).toContain(action.persuaded);
    }
  });

  test('labels say something in Vietnamese and in English', () => {
    const labels = [workflow, ...Object.values(workflow.states), ...actions.map(([, action]) => action)];
    for (const { vi, en } of labels) {
      expect(vi).toMatch(/^\p{Lu}.*\S$/u);
      expect(vi).not.toMatch(/[fjwz]|_/i);
      expect(en).toMatch(/^[\x20-\x7e]+$/);
    }
    for (const list of [Object.values(workflow.states), actions.map(([, action]) => action)])
      expect(list.filter(({ vi }, i) => list.findIndex((other) => other.vi === vi) !== i)).toEqual([]);
  });
});

/** Clocks that only the end of the file stops. */
const outlives: Record<string, Partial<Record<ClockName, string>>> = {
  'household-file': {
    'handover-after-minutes': 'ends with the handover, which stops all',
  },
  'citizen-petition': {
    'complaint-resume-window': 'a right of the complainant, open until the file is closed',
    'denunciation-again': 'ends with the review, which closes the file',
    'refusal-notice': 'ends with the sending of the notice, which closes the file',
  },
  'reception-session': {
    'refusal-notice': 'ends with the sending of the notice, which closes the file',
    'internal-target': 'the term written in the conclusion, open until the file is closed',
  },
};

test('codes and prefixes of the kinds differ', () => {
  expect(new Set(workflows.map((w) => w.kind)).size).toBe(workflows.length);
  expect(new Set(workflows.map((w) => w.prefix)).size).toBe(workflows.length);
});
