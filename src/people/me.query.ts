import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsNull, type DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import type { Officer } from '../platform/officer.js';
import { Notice } from '../reminders/notice.entity.js';
import { Account } from './account.entity.js';
import type { MeView } from './me.view.js';
import { Unit } from './unit.entity.js';

@Injectable()
export class MeQuery {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async run({ id, unitId, name, role }: Officer): Promise<MeView> {
    const { manager } = this.database;
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
      today: this.clock.today(),
      unreadNotices: await manager.countBy(Notice, { recipientId: id, readAt: IsNull() }),
    };
  }
}
