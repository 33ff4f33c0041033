import { chmodSync, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordHistory } from '../audit/record-history.js';
import { HistoryEntry } from '../audit/history-entry.entity.js';
import { takeStep } from '../cases/change-state.js';
import { open } from '../cases/open-case.js';
import { loadCalendar } from '../deadlines/load-calendar.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { plainDate, vietnameseDay, type Instant } from '../domain/plain-date.js';
import type { Role } from '../domain/workflow/workflow.js';
import { Account } from '../people/account.entity.js';
import { ResidentialGroup } from '../people/residential-group.entity.js';
import { hashPassword } from '../people/passwords.js';
import { Unit } from '../people/unit.entity.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { sqliteFile } from '../platform/database.js';
import type { Officer } from '../platform/officer.js';
import { Transaction } from '../platform/transaction.js';
import { addEvent } from '../reports/keep-events.js';
import { demoDatabase, demoKey } from './demo-database.js';
import { planRegister, plannedEvents, register, type PlannedCase } from './plan-register.js';

/** Good only in a demo database: no other start creates these sign-ins. */
const password = 'demo-mat-bang';
const people = [
  ['can-bo', 'officer', 'Cán bộ địa chính'],
  ['lanh-dao', 'supervisor', 'Phó Chủ tịch UBND phường'],
  ['tiep-dan', 'clerk', 'Công chức tiếp công dân'],
  ['kiem-tra', 'auditor', 'Cán bộ kiểm tra'],
  ['quan-tri', 'admin', 'Quản trị'],
] as const satisfies readonly [string, Role, string][];

export const demoSignIns = (): string[] => [
  'Đăng nhập thử (mật khẩu demo-mat-bang, chỉ dùng trong dữ liệu demo):',
  ...people.map(([login, , name]) => `  ${login.padEnd(10)} ${name}`),
];

/**
 * A new demo on the register's own day starts from that copy: five hundred steps of officers take seconds. On another
 * day, or in PostgreSQL, `loadRegister` takes the steps.
 */
export function copyLoadedRegister(config: Config): void {
  const file = sqliteFile(config);
  const onItsDay = new Clock(config.clockOffsetMs).today() === register.asOf;
  if (config.databaseUrl || !onItsDay || existsSync(file) || existsSync(config.secretKeyFile)) return;
  if (!existsSync(demoDatabase) || !existsSync(demoKey)) return;
  mkdirSync(config.dataDir, { recursive: true });
  mkdirSync(dirname(config.secretKeyFile), { recursive: true });
  copyFileSync(demoKey, config.secretKeyFile);
  chmodSync(config.secretKeyFile, 0o600);
  copyFileSync(demoDatabase, file);
}

/**
 * Loads the ward's register through the use cases an officer uses, at the dates it gives. All of it is one write: a
 * load that was cut off left nothing behind and starts anew; a finished one is not looked at again.
 */
export async function loadRegister(app: INestApplicationContext): Promise<void> {
  const clock = app.get(Clock);
  await app.get(Transaction).run(async (manager) => {
    if (await manager.existsBy(HistoryEntry, { action: 'register-loaded' })) return;
    if (clock.today() < plainDate(register.asOf))
      throw new Error(
        `Sổ của phường lập đến ngày ${vietnameseDay(plainDate(register.asOf))}: TODAY không được sớm hơn ngày đó khi nạp lần đầu.`,
      );
    const officers = await enterWard(manager);
    const calendar = await loadCalendar(manager);
    const groups = new Map((await manager.find(ResidentialGroup)).map((group) => [group.name, group.id]));
    const now = clock.now();
    for (const planned of planRegister(calendar)) await loadCase(manager, planned, officers, groups, now);
    for (const { residentialGroup, ...event } of plannedEvents) {
      const residentialGroupId = residentialGroup === undefined ? undefined : groups.get(residentialGroup);
      await addEvent(manager, { ...event, residentialGroupId }, officers.clerk, now);
    }
    await recordHistory(manager, {
      unitId: officers.officer.unitId,
      at: clock.now(),
      action: 'register-loaded',
      illustrative: true,
    });
  });
}

/** The ward, its residential groups (the report names eleven of twenty-one) and the demo sign-ins. */
async function enterWard(manager: EntityManager): Promise<Record<Role, Officer>> {
  const passwordHash = await hashPassword(password);
  const { code, name, parent, province, residentialGroups, residentialGroupsNamed } = register.unit;
  const [unit] = await manager.find(Unit, { order: { id: 'ASC' }, take: 1 });
  await manager.update(Unit, { id: unit!.id }, { code, name, parent, province });
  const unnamed = residentialGroups - residentialGroupsNamed.length;
  const names = [
    ...residentialGroupsNamed,
    ...[...Array(unnamed).keys()].map((i) => `Tổ dân phố ${residentialGroupsNamed.length + i + 1} (chưa rõ tên)`),
  ];
  const known = new Set((await manager.findBy(ResidentialGroup, { unitId: unit!.id })).map((group) => group.name));
  for (const group of names)
    if (!known.has(group)) await manager.insert(ResidentialGroup, { unitId: unit!.id, name: group });
  for (const [login, role, who] of people) {
    const account = {
      unitId: unit!.id,
      name: who,
      email: `${login}@luong-son.example`,
      role,
      scope: 'unit' as const,
      passwordHash,
      active: true,
    };
    if (await manager.existsBy(Account, { login })) await manager.update(Account, { login }, account);
    else await manager.insert(Account, { ...account, login });
  }
  const accounts = await manager.findBy(Account, { unitId: unit!.id });
  return Object.fromEntries(
    accounts.map(({ id, unitId, name, role, scope }): [string, Officer] => [
      role,
      { id, unitId, name, role, scope, groups: [], standsInFor: [] },
    ]),
  ) as Record<Role, Officer>;
}

async function loadCase(
  manager: EntityManager,
  planned: PlannedCase,
  officers: Record<Role, Officer>,
  groups: Map<string, number>,
  now: Instant,
): Promise<void> {
  const { kind, code, title, on, project, residentialGroup, petitioner, fields, illustrative, note } = planned;
  const workflow = workflowOf(kind);
  const by = (roles: readonly Role[]) =>
    officers[roles.includes('officer') ? 'officer' : roles.includes('clerk') ? 'clerk' : 'supervisor'];
  const { file } = await open(
    manager,
    {
      kind,
      code,
      title,
      on,
      project,
      fields,
      illustrative,
      note,
      residentialGroupId: residentialGroup === undefined ? undefined : groups.get(residentialGroup),
      people: petitioner ? [{ role: 'petitioner', name: petitioner }] : [],
      assigneeId: officers[kind === 'citizen-petition' ? 'clerk' : 'officer'].id,
    },
    by(workflow.opening.by),
    now,
  );
  let { version } = file;
  for (const step of planned.steps) {
    const action = workflow.actions[step.action]!;
    const documents = [...(action.needs ?? []), ...(step.papers ?? [])].map((name) => ({ name }));
    const given = { version, on: step.on, fields: step.fields, documents, note: step.note, illustrative: true };
    const { changed } = await takeStep(manager, file.id, step.action, given, by(action.by), now);
    version = changed.version;
  }
}
