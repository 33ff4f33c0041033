import { workflows } from '../../src/domain/kinds/registry.js';
import { actionsOf, startNames } from './ways.js';

describe('the land chain', () => {
  const land = workflows.filter((w) => ['compensation-project', 'household-file', 'grave-relocation'].includes(w.kind));
  const steps = land.flatMap((w) => actionsOf(w).map(([name, action]) => [`${w.kind}: ${name}`, action] as const));

  test('is never paused, by a complaint or anything else (NĐ 102/2024 Điều 40)', () => {
    expect(land).toHaveLength(3);
    for (const [name, { pauses, for: variant, competent }] of steps)
      expect({ name, pauses, variant, competent }).toEqual({ name });
  });

  test('no petition stops, pauses or waives a clock of it, save the mediation of a dispute', () => {
    const petition = workflows.find((w) => w.kind === 'citizen-petition')!;
    const landClocks = new Set<string>(
      land.flatMap((w) => [w.opening, ...Object.values(w.actions)]).flatMap(({ starts }) => startNames(starts)),
    );
    for (const [name, { stops, pauses, waives }] of actionsOf(petition)) {
      const touched = [...(stops === 'all' ? [] : (stops ?? [])), ...(pauses ?? []), ...(waives ?? [])];
      const ofLand = touched.filter((clock) => landClocks.has(clock) && clock !== 'mediation');
      expect({ name, ofLand }).toEqual({ name, ofLand: [] });
    }
  });

  test('no recovery before the wait after the notice ends, and nothing but written consent waives it', () => {
    const recovers = steps.filter(([, { to, needs }]) => to === 'recovered' || needs?.includes('recovery-decision'));
    expect(recovers.map(([name]) => name)).toEqual([
      'compensation-project: record-recovery',
      'compensation-project: start-handover',
      'compensation-project: decide-enforcement',
      'household-file: record-recovery',
      'household-file: record-recovery-after-persuasion',
    ]);
    for (const [name, { after }] of recovers)
      expect({ name, after }).toEqual({ name, after: expect.arrayContaining(['notice-wait']) });
    for (const [name, { waives, needs }] of steps)
      if (waives) expect({ name, needs }).toEqual({ name, needs: ['notice-waiver'] });
  });

  test('whose notice was re-issued also waits for that one, and none is recovered on a notice that has lapsed', () => {
    for (const [name, { after, afterIfStarted, within }] of steps)
      if (after?.includes('notice-wait'))
        expect({ name, afterIfStarted, within }).toEqual({
          name,
          afterIfStarted: ['notice-rewait'],
          within: ['notice-validity'],
        });
  });
});
