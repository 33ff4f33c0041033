/**
 * The pattern of the made-up data: one ward whose officers open cases of all four kinds, and walk them through their
 * workflows by the program's own use cases, each step on its day. `multiply.mjs` copies what came of it.
 */
import { dice } from './dice.mjs';
import { built } from './built.mjs';
import { groups, matters, personName, projectNames } from './vietnamese.mjs';

const { ChangeState } = await built('cases/change-state.js');
const { OpenCase } = await built('cases/open-case.js');
const { workflowOf } = await built('domain/kinds/registry.js');
const { DomainError } = await built('domain/errors.js');
const { addDays, at, plainDate } = await built('domain/plain-date.js');
const { fieldSpecs } = await built('domain/workflow/fields.js');
const { hashPassword } = await built('people/passwords.js');
const { Account } = await built('people/account.entity.js');
const { ResidentialGroup } = await built('people/residential-group.entity.js');
const { Clock } = await built('platform/clock.js');
const { Transaction } = await built('platform/transaction.js');

/** Of a hundred cases; a project stands for some fifty of the first two kinds, sessions are held weekly. */
const shares = [
  ['household-file', 58],
  ['citizen-petition', 30],
  ['grave-relocation', 12],
];
const perProject = 100;
const staff = { officer: 20, supervisor: 2, clerk: 2, admin: 1 };
export const password = 'do-toc-do-mat-bang';
/** Taken at random these would be in every other case. */
const rare = ['set-target', 'stop-with-project', 'serve-reissued-notice'];
/** Entries of history a case has when it is left: eight on the average. */
const stepsOf = (roll) => 4 + roll(9);

/**
 * @param app the built program's context on an empty database
 * @param count cases to open
 * @param last the day the walk ends, `YYYY-MM-DD`; it began two years before
 */
export async function walkCases(app, count, last, seed = 20_261) {
  const { roll, pick } = dice(seed);
  const clock = app.get(Clock);
  const asleep = { wake: () => undefined };
  await app.get(Transaction).run(async (manager) => {
    const inside = { run: (write) => write(manager) };
    const open = new OpenCase(inside, clock, asleep);
    const change = new ChangeState(inside, clock, asleep);
    const people = await enterWard(manager);
    const groupIds = (await manager.find(ResidentialGroup, { order: { id: 'ASC' } })).map(({ id }) => id);
    const today = plainDate(last);
    const first = addDays(today, -730);
    const standAt = (day) => (clock.offsetMs = Date.parse(at(day, '09:00')) - Date.now());

    async function opened(kind, on, given) {
      standAt(on);
      const officer = pick(kind === 'citizen-petition' ? people.clerk : people.officer);
      const assigneeId = kind === 'compensation-project' ? undefined : pick(people.officer).id;
      const residentialGroupId = pick(groupIds);
      return open.run({ kind, on, assigneeId, residentialGroupId, ...given }, kind === 'compensation-project' ? pick(people.supervisor) : officer);
    }

    function value(name, on) {
      const spec = fieldSpecs[name];
      switch (spec.type) {
        case 'choice':
          return pick(Object.keys(spec.of));
        case 'day':
          return on;
        case 'vnd':
          return 1_000 * (1 + roll(900_000));
        case 'area':
          return `${1 + roll(900)}.${1 + roll(9)}`;
        case 'integer':
          return (spec.least ?? 1) + roll(9);
        case 'boolean':
          return roll(2) === 0;
        default:
          return `Nội dung số ${roll(1000)}`;
      }
    }

    async function step(file, [name, action], on) {
      const asked = [...(action.fields ?? []), ...(action.may ?? []).filter(() => roll(3) === 0)];
      const fields = Object.fromEntries(asked.map((field) => [field, value(field, on)]));
      const by = ['officer', 'supervisor', 'clerk', 'admin'].find((role) => action.by.includes(role));
      standAt(on);
      const papers = (action.needs ?? []).map((paper) => ({ name: paper, number: `${roll(900)}/UBND`, on }));
      const taken = { version: file.version, on, fields: { ...fields, ...action.only }, documents: papers };
      try {
        return await change.run(file.id, name, taken, pick(people[by]));
      } catch (error) {
        if (error instanceof DomainError) return undefined;
        throw error;
      }
    }

    /** Steps that lead on are taken before those that end the case: a ward's cases are worked on. */
    async function walk(kind, file, from) {
      const { actions, states } = workflowOf(kind);
      let on = from;
      let now = file;
      let variant;
      let entries = 1;
      const steps = stepsOf(roll);
      for (let tries = 0; entries < steps && tries < 4 * steps; tries++) {
        const ready = Object.entries(actions).filter(
          ([name, { from: states, for: only }]) =>
            states.includes(now.state) && (!only || only.includes(variant)) && !rare.includes(name),
        );
        if (ready.length === 0) return;
        const chosen = pick(ready);
        const ends = chosen[1].to && states[chosen[1].to].phase === 'closed';
        if (ends && entries < steps - 1) continue;
        const next = addDays(on, 1 + roll(20));
        if (next > today) return;
        const taken = await step(now, chosen, next);
        if (!taken) continue;
        on = next;
        now = taken;
        variant = chosen[1].sets ?? variant;
        entries++;
      }
    }

    const projects = [];
    for (let i = 0; i < Math.max(1, Math.round(count / perProject)); i++) {
      const title = `${pick(projectNames)} ${pick(groups)} ${i + 1}`;
      const on = addDays(first, roll(60));
      const made = await opened('compensation-project', on, {
        title,
        fields: { landUse: pick(['agricultural', 'non-agricultural']), ruleSet: '2024' },
      });
      projects.push({ code: made.code, on });
    }
    for (let i = projects.length; i < count; i++) {
      let share = roll(100);
      const [kind] = shares.find(([, of]) => (share -= of) < 0);
      const on = addDays(first, 60 + roll(660));
      const name = personName({ pick });
      const given =
        kind === 'citizen-petition'
          ? {
              fields: {
                content: `${pick(matters)}, tổ dân phố ${pick(groups)}`,
                channel: pick(['reception', 'post', 'office', 'online']),
              },
              people: [{ role: 'petitioner', name }],
            }
          : kind === 'household-file'
            ? { project: pick(projects).code, people: [{ role: 'holder', name }] }
            : {
                project: pick(projects).code,
                fields: { graveNumber: `M${i}`, deceased: personName({ pick }) },
                people: [{ role: 'kin', name }],
              };
      await walk(kind, await opened(kind, on, given), on);
    }
  });
}

async function enterWard(manager) {
  const passwordHash = await hashPassword(password);
  const [unit] = await manager.query('SELECT id FROM unit ORDER BY id');
  const unitId = unit.id;
  await manager.insert(
    ResidentialGroup,
    groups.map((name) => ({ unitId, name })),
  );
  const people = {};
  for (const [role, count] of Object.entries(staff)) {
    people[role] = [];
    for (let i = 1; i <= count; i++) {
      const account = { unitId, login: `${role}-${i}`, name: `${role} ${i}`, email: `${role}-${i}@ward.example`, role };
      const { identifiers } = await manager.insert(Account, { ...account, scope: 'unit', passwordHash, active: true });
      people[role].push({ id: identifiers[0].id, unitId, name: account.name, role, scope: 'unit', groups: [], standsInFor: [] });
    }
  }
  return people;
}
