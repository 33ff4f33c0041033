import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { recordHistory } from '../audit/record-history.js';
import { CalendarDayRow } from '../deadlines/calendar-day.entity.js';
import { announcedDays } from '../deadlines/law-files.js';
import type { Instant } from '../domain/plain-date.js';
import { Account } from './account.entity.js';
import { hashPassword } from './passwords.js';
import { Unit } from './unit.entity.js';

/** The administrator of a new database; the password is shown once and kept nowhere. */
export interface FirstAdmin {
  login: string;
  password: string;
}

/** Gives a new database the announced calendar, a unit to be named, and its administrator. Later starts do nothing. */
export async function firstStart(database: DataSource, at: Instant): Promise<FirstAdmin | undefined> {
  return database.transaction(async (manager) => {
    if (await manager.existsBy(Unit, {})) return undefined;
    await manager.insert(CalendarDayRow, announcedDays());
    await manager.createQueryBuilder().insert().into('calendar_revision').values({ id: 1, revision: 1 }).execute();
    const unit = manager.create(Unit, {
      code: 'phuong',
      name: 'UBND phường',
      parentId: null,
      parent: null,
      province: null,
      remoteArea: false,
      receptionWeekday: 4,
      webhookUrl: null,
      webhookSecret: null,
      requireSecondFactor: false,
    });
    await manager.insert(Unit, unit);
    const admin = { login: 'quan-tri', password: randomBytes(16).toString('base64url') };
    await manager.insert(Account, {
      unitId: unit.id,
      login: admin.login,
      name: 'Quản trị',
      email: null,
      role: 'admin',
      scope: 'unit',
      passwordHash: await hashPassword(admin.password),
      active: true,
    });
    await recordHistory(manager, { unitId: unit.id, at, action: 'first-start', after: { login: admin.login } });
    return admin;
  });
}
