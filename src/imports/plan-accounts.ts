import { In } from 'typeorm';
import { recordHistory } from '../audit/record-history.js';
import type { Role } from '../domain/workflow/workflow.js';
import { Account } from '../people/account.entity.js';
import { addAccount, changeAccount } from '../people/change-account.js';
import type { Scope } from '../platform/officer.js';
import { cellText } from './cell.js';
import { planned, refusedRow, type Plan, type PlannedRow, type Planner } from './planned-row.js';
import type { ReadRow } from './read-rows.js';

/** People who sign in, told apart by their login. Whoever is new is invited from the screen of accounts. */
export class PlanAccounts implements Planner {
  private readonly said = new Map<string, number>();

  constructor(private readonly given: Plan) {}

  async plan(rows: readonly ReadRow[]): Promise<PlannedRow[]> {
    const logins = rows.map(({ values }) => String(values.login));
    const accounts = await this.given.manager.findBy(Account, { login: In(logins) });
    const known = new Map(accounts.map((account) => [account.login, account]));
    return rows.map((row) => this.one(row, known.get(String(row.values.login))));
  }

  async apply(rows: readonly PlannedRow[], note: (row: PlannedRow) => string): Promise<void> {
    const { manager, officer, now } = this.given;
    for (const row of rows) {
      const given = accountOf(row);
      if (row.status === 'changed') {
        const to = Object.fromEntries(Object.entries(row.changes!).map(([name, { to }]) => [name, to]));
        await changeAccount(manager, row.target!.id, to, officer, now);
        row.done = { id: row.target!.id, code: given.login, version: 0, made: false };
        continue;
      }
      const account = await addAccount(manager, { ...given, unitId: officer.unitId });
      const { login, role, scope } = account;
      const line = { unitId: officer.unitId, accountId: officer.id, at: now, action: 'create-account' };
      await recordHistory(manager, { ...line, after: { login, role, scope }, note: note(row) });
      row.done = { id: account.id, code: login, version: 0, made: true };
    }
  }

  async changedSince(rows: readonly PlannedRow[]): Promise<string[]> {
    const done = rows.filter((row) => row.done);
    const accounts = await this.given.manager.findBy(Account, { id: In(done.map((row) => row.done!.id)) });
    const stands = new Map(accounts.map((account) => [account.id, account]));
    return done.flatMap((row) => {
      const account = stands.get(row.done!.id);
      const came = row.done!.made && account?.passwordHash != null;
      return account && !came && Object.keys(changesOf(row, account)).length === 0 ? [] : [row.done!.code];
    });
  }

  /** An account that was made is not deleted, for it may have its lines of history: it is closed. */
  async takeBack(rows: readonly PlannedRow[]): Promise<void> {
    const { manager, officer, now } = this.given;
    for (const { done, changes } of rows) {
      if (!done) continue;
      const from = Object.fromEntries(Object.entries(changes ?? {}).map(([name, { from }]) => [name, from]));
      await changeAccount(manager, done.id, done.made ? { active: false } : from, officer, now);
    }
  }

  private one(row: ReadRow, account: Account | undefined): PlannedRow {
    if (row.problems.length > 0) return refusedRow(row);
    const { login, email, scope, role } = accountOf(row);
    if (!/^[a-z0-9][a-z0-9.-]{1,39}$/.test(login))
      return refusedRow(row, `Tên đăng nhập "${login}" chỉ gồm chữ thường không dấu, số, dấu chấm và gạch nối.`);
    if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
      return refusedRow(row, `Thư điện tử "${email}" không đúng.`);
    if (scope === 'groups' && account?.scope !== scope)
      return refusedRow(row, 'Phạm vi theo tổ dân phố: hãy chọn tổ ở màn hình Tài khoản.');
    const first = this.said.get(login) ?? row.n;
    if (first !== row.n) return refusedRow(row, `Trùng với dòng ${first} của tệp này.`);
    this.said.set(login, row.n);
    if (!account) return planned(row, { status: 'new' });
    if (account.unitId !== this.given.officer.unitId)
      return refusedRow(row, `Tên đăng nhập "${login}" đã có người dùng; hãy chọn tên khác.`);
    const changes = changesOf(row, account);
    if (account.id === this.given.officer.id && Object.keys(changes).length > 0)
      return refusedRow(row, `Không đổi tài khoản của chính mình bằng Excel (vai trò ${role}).`);
    const target = { id: account.id, code: login, version: 0 };
    return planned(row, { status: Object.keys(changes).length > 0 ? 'changed' : 'unchanged', target, changes });
  }
}

const accountOf = ({ values }: ReadRow) => ({
  login: String(values.login),
  name: String(values.name),
  role: values.role as Role,
  scope: (values.scope ?? 'unit') as Scope,
  ...(values.email !== undefined && { email: String(values.email) }),
});

const standing = (value: unknown) => (typeof value === 'string' ? cellText(value) : value);

function changesOf(row: ReadRow, account: Account): NonNullable<PlannedRow['changes']> {
  const given = Object.entries({ ...accountOf(row), scope: row.values.scope }) as [keyof Account, string | undefined][];
  return Object.fromEntries(
    given
      .filter(([name, to]) => name !== 'login' && to !== undefined && to !== standing(account[name]))
      .map(([name, to]) => [name, { from: account[name] as string | null, to: to! }]),
  );
}
