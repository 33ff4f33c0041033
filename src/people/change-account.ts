import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordHistory } from '../audit/record-history.js';
import { DomainError } from '../domain/errors.js';
import type { Instant } from '../domain/plain-date.js';
import { loadCalendar } from '../deadlines/load-calendar.js';
import { Clock } from '../platform/clock.js';
import type { Officer } from '../platform/officer.js';
import { Transaction } from '../platform/transaction.js';
import { planReminders, type RemindedCase } from '../reminders/plan-reminders.js';
import { ReminderQueue } from '../reminders/reminder-queue.js';
import type { Reminder } from '../reminders/reminder.entity.js';
import { Account } from './account.entity.js';
import type { CreateAccountDto, UpdateAccountDto } from './people.dto.js';
import type { AccountView } from './people.view.js';
import { hashPassword } from './sign-in.js';
import { SignInSession } from './sign-in-session.entity.js';

@Injectable()
export class CreateAccount {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly queue: ReminderQueue,
  ) {}

  async run({ password, ...given }: CreateAccountDto, officer: Officer): Promise<AccountView> {
    const passwordHash = await hashPassword(password);
    const { account, woken } = await this.transaction.run(async (manager) => {
      if (await manager.existsBy(Account, { login: given.login }))
        throw new DomainError('login-taken', `Tên đăng nhập "${given.login}" đã có người dùng; hãy chọn tên khác.`);
      const account = manager.create(Account, {
        ...given,
        email: given.email ?? null,
        unitId: officer.unitId,
        scope: 'unit',
        passwordHash,
        active: true,
      });
      await manager.insert(Account, account);
      await recordHistory(manager, {
        unitId: officer.unitId,
        accountId: officer.id,
        at: this.clock.now(),
        action: 'create-account',
        after: { login: account.login, role: account.role },
      });
      // A new supervisor hears of the cases already open.
      return { account, woken: account.role === 'supervisor' ? await replan(manager, account, this.clock.now()) : [] };
    });
    this.queue.wake(woken);
    return accountView(account);
  }
}

/** Changes a person's data. Leaving ends the sessions and hands every pending reminder to the supervisors. */
@Injectable()
export class ChangeAccount {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly queue: ReminderQueue,
  ) {}

  async run(id: number, change: UpdateAccountDto, officer: Officer): Promise<AccountView> {
    const { account, woken } = await this.transaction.run(async (manager) => {
      const account = await manager.findOneBy(Account, { id, unitId: officer.unitId });
      if (!account) throw new DomainError('not-found', 'Không có tài khoản này trong đơn vị.');
      const before = { name: account.name, role: account.role, active: account.active, email: account.email };
      Object.assign(account, change);
      await manager.save(Account, account);
      if (!(await manager.existsBy(Account, { unitId: officer.unitId, role: 'admin', active: true })))
        throw new DomainError(
          'last-admin',
          'Đơn vị phải còn ít nhất một quản trị đang làm việc; hãy giao cho người khác trước.',
        );
      const now = this.clock.now();
      await recordHistory(manager, {
        unitId: officer.unitId,
        accountId: officer.id,
        at: now,
        action: 'change-account',
        before,
        after: { id, ...change },
      });
      if (before.active === account.active && before.role === account.role) return { account, woken: [] };
      await manager.delete(SignInSession, { accountId: id });
      return { account, woken: await replan(manager, account, now, before.role === 'supervisor') };
    });
    this.queue.wake(woken);
    return accountView(account);
  }
}

/** A person without secrets. */
export const accountView = ({ id, login, name, role, active, email }: Account): AccountView => ({
  id,
  login,
  name,
  role,
  active,
  email,
});

/** Plans anew the open cases whose reminders depend on the person: their own, or the whole unit's for a supervisor. */
async function replan(
  manager: EntityManager,
  account: Account,
  now: Instant,
  wasSupervisor = false,
): Promise<Reminder[]> {
  const query = manager
    .createQueryBuilder()
    .select(['c.id AS id', 'c.unit_id AS "unitId"', 'c.assignee_id AS "assigneeId"'])
    .from('case_file', 'c')
    .where("c.unit_id = :unitId AND c.phase <> 'closed' AND c.merged_into_id IS NULL", { unitId: account.unitId });
  if (account.role !== 'supervisor' && !wasSupervisor) query.andWhere('c.assignee_id = :id', { id: account.id });
  const calendar = await loadCalendar(manager);
  const woken: Reminder[] = [];
  for (const file of await query.getRawMany<RemindedCase>())
    woken.push(...(await planReminders(manager, file, calendar, now)));
  return woken;
}
