import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { isOpenCase } from '../access/reach.js';
import { rights } from '../access/rights.js';
import { recordHistory } from '../audit/record-history.js';
import { DomainError } from '../domain/errors.js';
import type { Instant } from '../domain/plain-date.js';
import { loadCalendar } from '../deadlines/load-calendar.js';
import { everyWard, noteTouched } from '../platform/changes.js';
import { Clock } from '../platform/clock.js';
import type { Officer } from '../platform/officer.js';
import { Transaction } from '../platform/transaction.js';
import { planReminders, type RemindedCase } from '../reminders/plan-reminders.js';
import { ReminderQueue } from '../reminders/reminder-queue.js';
import type { Reminder } from '../reminders/reminder.entity.js';
import { Account } from './account.entity.js';
import { groupsOfAccounts, writeScope } from './account-scope.js';
import { writeInvitation } from './invite.js';
import { MailInvitation } from './mail-invitation.js';
import type { CreateAccountDto, UpdateAccountDto } from './people.dto.js';
import type { AccountView, CreatedAccountView } from './people.view.js';
import { SignInSession } from './sign-in-session.entity.js';
import { StandIn } from './stand-in.entity.js';

type NewAccount = Pick<Account, 'unitId' | 'login' | 'name' | 'role' | 'scope'> & { email?: string };

/**
 * An account without a password; its person is invited to set one.
 * @throws DomainError `login-taken`, about `field` where a form has several
 */
export async function addAccount(manager: EntityManager, given: NewAccount, field?: string): Promise<Account> {
  const { login } = given;
  if (await manager.existsBy(Account, { login })) {
    const detail = `Tên đăng nhập "${login}" đã có người dùng; hãy chọn tên khác.`;
    throw new DomainError('login-taken', detail, field ? [{ code: 'login-taken', field, detail }] : undefined);
  }
  const account = manager.create(Account, { ...given, email: given.email ?? null, passwordHash: null, active: true });
  await manager.insert(Account, account);
  return account;
}

/** Lets somebody in: an account without a password, and a code with which the person alone sets one. */
@Injectable()
export class CreateAccount {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly queue: ReminderQueue,
    private readonly mail: MailInvitation,
  ) {}

  /** `site` is the address people open the product at. */
  async run(
    { scope = 'unit', groupIds = [], ...given }: CreateAccountDto,
    officer: Officer,
    site: string,
  ): Promise<CreatedAccountView> {
    const { account, woken, made, view } = await this.transaction.run(async (manager) => {
      const account = await addAccount(manager, { ...given, unitId: officer.unitId, scope });
      await writeScope(manager, account, scope, groupIds);
      const now = this.clock.now();
      await recordHistory(manager, {
        unitId: officer.unitId,
        accountId: officer.id,
        at: now,
        action: 'create-account',
        after: { login: account.login, role: account.role, scope, groupIds },
      });
      return {
        account,
        made: await writeInvitation(manager, account, 'invitation', now),
        view: await accountView(manager, account),
        // A new supervisor hears of the cases already open.
        woken: account.role === 'supervisor' ? await replan(manager, account, now) : [],
      };
    });
    this.queue.wake(woken);
    return { ...view, invitation: this.mail.give({ ...made, account, purpose: 'invitation', site }) };
  }
}

/** Changes a person's data. */
@Injectable()
export class ChangeAccount {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly queue: ReminderQueue,
  ) {}

  async run(id: number, change: UpdateAccountDto, officer: Officer): Promise<AccountView> {
    const now = this.clock.now();
    const { view, woken } = await this.transaction.run((manager) => changeAccount(manager, id, change, officer, now));
    this.queue.wake(woken);
    return view;
  }
}

/**
 * Changes a person's data inside a transaction, unless work would be left that nobody does: administering, hearing of what is late, handling
 * the cases of somebody whose new role handles none. Another role or scope ends the sessions. Leaving ends them too, and
 * what the person was to do for others or others for him, and hands every pending reminder to the supervisors.
 */
export async function changeAccount(
  manager: EntityManager,
  id: number,
  { groupIds, ...change }: UpdateAccountDto,
  officer: Officer,
  now: Instant,
): Promise<{ view: AccountView; woken: Reminder[] }> {
  const account = await manager.findOneBy(Account, { id, unitId: officer.unitId });
  if (!account) throw new DomainError('not-found', 'Không có tài khoản này trong đơn vị.');
  const { name, role, active, email, scope } = account;
  const before = { name, role, active, email, scope, groupIds: await groupIdsOf(manager, id) };
  Object.assign(account, change);
  await manager.save(Account, account);
  // His name stands beside what he did to cases of other wards.
  if (account.name !== name) noteTouched(manager, everyWard);
  const reach = await writeScope(manager, account, account.scope, groupIds ?? before.groupIds);
  const other = active !== account.active || role !== account.role;
  await requireOneOf(manager, officer.unitId, 'admin');
  if (other && active && role === 'supervisor') await requireOneOf(manager, officer.unitId, 'supervisor');
  if (other) await requireHandedOver(manager, account);
  await recordHistory(manager, {
    unitId: officer.unitId,
    accountId: officer.id,
    at: now,
    action: 'change-account',
    before,
    after: { id, ...change, ...(groupIds && { groupIds }) },
  });
  if (other || reach || scope !== account.scope) await manager.delete(SignInSession, { accountId: id });
  if (other) await endStandIns(manager, id, now);
  return {
    view: await accountView(manager, account),
    woken: other ? await replan(manager, account, now, role === 'supervisor') : [],
  };
}

/** Whom the unit cannot do without, and the refusal where the last one goes. */
const needed = {
  admin: ['last-admin', 'Đơn vị phải còn ít nhất một quản trị đang làm việc; hãy giao cho người khác trước.'],
  supervisor: [
    'last-supervisor',
    'Đơn vị phải còn ít nhất một lãnh đạo đang làm việc để nghe việc quá hạn; hãy giao cho người khác trước.',
  ],
} as const;

async function requireOneOf(manager: EntityManager, unitId: number, role: keyof typeof needed): Promise<void> {
  const [code, detail] = needed[role];
  if (!(await manager.existsBy(Account, { unitId, role, active: true }))) throw new DomainError(code, detail);
}

/** Somebody at work handles his open cases: one who leaves, leaves them to the supervisors. */
async function requireHandedOver(manager: EntityManager, { id, active, role }: Account): Promise<void> {
  if (!active || rights['work case'].includes(role)) return;
  const cases = await openCases(manager).andWhere('c.assignee_id = :id', { id }).getCount();
  if (cases === 0) return;
  const detail = `Người này còn phụ trách ${cases} hồ sơ đang mở, mà vai trò này không làm hồ sơ; hãy để lãnh đạo giao các hồ sơ đó cho người khác trước.`;
  throw new DomainError('cases-in-hand', detail, [{ code: 'cases-in-hand', field: 'role', detail }]);
}

const openCases = (manager: EntityManager) => manager.createQueryBuilder().from('case_file', 'c').where(isOpenCase);

const groupIdsOf = async (manager: EntityManager, id: number): Promise<number[]> =>
  (await groupsOfAccounts(manager, [id])).get(id) ?? [];

/** Somebody who left, or does other work now, neither stands in nor is stood in for. */
async function endStandIns(manager: EntityManager, id: number, at: Instant): Promise<void> {
  for (const side of [{ accountId: id }, { standInId: id }])
    await manager.update(StandIn, { ...side, endedAt: IsNull() }, { endedAt: at });
}

/** A person without secrets. */
const accountView = async (manager: EntityManager, account: Account): Promise<AccountView> =>
  viewOf(account, await groupIdsOf(manager, account.id));

export const viewOf = ({ id, login, name, role, active, email, scope }: Account, groupIds: number[]): AccountView => ({
  id,
  login,
  name,
  role,
  active,
  email,
  scope,
  groupIds,
});

/** Plans anew the open cases whose reminders depend on the person: their own, or the whole unit's for a supervisor. */
async function replan(
  manager: EntityManager,
  account: Account,
  now: Instant,
  wasSupervisor = false,
): Promise<Reminder[]> {
  const query = openCases(manager)
    .select(['c.id AS id', 'c.unit_id AS "unitId"', 'c.assignee_id AS "assigneeId"'])
    .andWhere('c.unit_id = :unitId', { unitId: account.unitId });
  if (account.role !== 'supervisor' && !wasSupervisor) query.andWhere('c.assignee_id = :id', { id: account.id });
  const calendar = await loadCalendar(manager);
  const woken: Reminder[] = [];
  for (const file of await query.getRawMany<RemindedCase>())
    woken.push(...(await planReminders(manager, file, calendar, now)));
  return woken;
}
