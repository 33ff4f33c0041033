import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Instant } from '../domain/plain-date.js';
import { ask } from '../platform/ask.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import { Unit } from './unit.entity.js';
import { groupsOfAccounts } from './account-scope.js';
import { viewOf } from './change-account.js';
import { unitView } from './change-unit.js';
import { Account } from './account.entity.js';
import type { AccountStateView, AccountView, ColleagueView, ResidentialGroupView, UnitView } from './people.view.js';
import { ResidentialGroup } from './residential-group.entity.js';
import { delaysOf } from './sign-in-delay.js';

@Injectable()
export class PeopleQuery {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Everyone of the unit, without secrets. */
  async accounts(unitId: number): Promise<AccountView[]> {
    const accounts = await this.database.manager.find(Account, {
      where: { unitId },
      order: { name: 'ASC', id: 'ASC' },
    });
    const groups = await groupsOfAccounts(
      this.database.manager,
      accounts.map(({ id }) => id),
    );
    return accounts.map((account) => viewOf(account, groups.get(account.id) ?? []));
  }

  /** Everyone of the unit, those who left too: their names stand under what they did. */
  colleagues(unitId: number): Promise<ColleagueView[]> {
    return this.database.manager.find(Account, {
      where: { unitId },
      order: { name: 'ASC', id: 'ASC' },
      select: { id: true, name: true, role: true, active: true },
    });
  }

  /** How each of them signs in. */
  async states(unitId: number): Promise<AccountStateView[]> {
    const { manager } = this.database;
    const now = this.clock.now();
    const rows = await ask<StateRow>(manager, signInState, { unitId, now });
    const delays = await delaysOf(
      manager,
      rows.map(({ login }) => login),
      now,
    );
    return rows.map(({ login, hasPassword, secondFactor, identityLinked, ...row }) => ({
      ...row,
      hasPassword: hasPassword === 1,
      secondFactor: secondFactor === 1,
      identityLinked: identityLinked === 1,
      delayedUntil: delays.get(login) ?? null,
    }));
  }

  async unit(unitId: number): Promise<UnitView> {
    return unitView(await this.database.manager.findOneByOrFail(Unit, { id: unitId }));
  }

  async unitsBelow(unitId: number): Promise<UnitView[]> {
    const units = await this.database.manager.find(Unit, {
      where: { parentId: unitId },
      order: { name: 'ASC', id: 'ASC' },
    });
    return units.map((unit) => ({ ...unitView(unit), webhookUrl: null }));
  }

  residentialGroups(unitId: number): Promise<ResidentialGroupView[]> {
    return this.database.manager.find(ResidentialGroup, {
      where: { unitId },
      order: { id: 'ASC' },
      select: { id: true, name: true },
    });
  }
}

interface StateRow {
  id: number;
  login: string;
  hasPassword: 0 | 1;
  invitedUntil: Instant | null;
  secondFactor: 0 | 1;
  identityLinked: 0 | 1;
  lastSeenAt: Instant | null;
}

const signInState = `
  SELECT a.id AS id, a.login AS login, CASE WHEN a.password_hash IS NULL THEN 0 ELSE 1 END AS "hasPassword",
    CASE WHEN i.expires_at > :now THEN i.expires_at END AS "invitedUntil",
    CASE WHEN f.confirmed_at IS NULL THEN 0 ELSE 1 END AS "secondFactor",
    CASE WHEN l.account_id IS NULL THEN 0 ELSE 1 END AS "identityLinked",
    (SELECT MAX(s.last_seen_at) FROM sign_in_session s WHERE s.account_id = a.id AND s.stage = 'whole') AS "lastSeenAt"
  FROM account a
  LEFT JOIN invitation i ON i.account_id = a.id
  LEFT JOIN second_factor f ON f.account_id = a.id
  LEFT JOIN linked_identity l ON l.account_id = a.id
  WHERE a.unit_id = :unitId ORDER BY a.id`;
