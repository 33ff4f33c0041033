import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { READ } from '../platform/connections.js';
import { Unit } from './unit.entity.js';
import { unitView } from './change-unit.js';
import { Account } from './account.entity.js';
import { ResidentialGroup } from './residential-group.entity.js';

@Injectable()
export class PeopleQuery {
  constructor(@InjectDataSource(READ) private readonly database: DataSource) {}

  /** Everyone of the unit, without secrets. */
  async accounts(unitId: number) {
    const accounts = await this.database.manager.find(Account, {
      where: { unitId },
      order: { name: 'ASC', id: 'ASC' },
    });
    return accounts.map(({ id, login, name, role, active, email }) => ({ id, login, name, role, active, email }));
  }

  async unit(unitId: number) {
    return unitView(await this.database.manager.findOneByOrFail(Unit, { id: unitId }));
  }

  residentialGroups(unitId: number) {
    return this.database.manager.find(ResidentialGroup, {
      where: { unitId },
      order: { id: 'ASC' },
      select: { id: true, name: true },
    });
  }
}
