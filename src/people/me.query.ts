import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsNull, type DataSource } from 'typeorm';
import { ask } from '../platform/ask.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import type { Officer } from '../platform/officer.js';
import { Notice } from '../reminders/notice.entity.js';
import { Account } from './account.entity.js';
import type { MeView, StoodInFor } from './me.view.js';
import { factorDemanded, hasSecondFactor } from './second-factor-code.js';
import { Unit } from './unit.entity.js';

@Injectable()
export class MeQuery {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async run({ id, unitId, name, role, scope, standsInFor }: Officer): Promise<MeView> {
    const { manager } = this.database;
    const today = this.clock.today();
    const { login } = await manager.findOneByOrFail(Account, { id });
    const unit = await manager.findOneByOrFail(Unit, { id: unitId });
    const above = unit.parentId === null ? null : await manager.findOneByOrFail(Unit, { id: unit.parentId });
    return {
      id,
      unitId,
      name,
      role,
      login,
      unit: {
        code: unit.code,
        name: unit.name,
        receptionWeekday: unit.receptionWeekday,
        above: above && { id: above.id, name: above.name },
      },
      today,
      unreadNotices: await manager.countBy(Notice, { recipientId: id, readAt: IsNull() }),
      scope,
      standsInFor: standsInFor.length > 0 ? await ask<StoodInFor>(manager, stoodInFor, { id, today }) : [],
      mustSetUpSecondFactor: factorDemanded(unit, role) && !(await hasSecondFactor(manager, id)),
    };
  }
}

const stoodInFor = `
  SELECT a.id AS id, a.name AS name, s.to_day AS "toDay" FROM stand_in s JOIN account a ON a.id = s.account_id
  WHERE s.stand_in_id = :id AND s.ended_at IS NULL AND s.from_day <= :today AND s.to_day >= :today AND a.active
  ORDER BY a.name`;
