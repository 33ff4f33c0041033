import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { READ } from '../platform/connections.js';
import { Unit } from './unit.entity.js';
import { accountView } from './change-account.js';
import { unitView } from './change-unit.js';
import { Account } from './account.entity.js';
import type { AccountView, ResidentialGroupView, UnitView } from './people.view.js';
import { ResidentialGroup } from './residential-group.entity.js';

@Injectable()
export class PeopleQuery {
  constructor(@InjectDataSource(READ) private readonly database: DataSource) {}

  /** Everyone of the unit, without secrets. */
  async accounts(unitId: number): Promise<AccountView[]> {
    const accounts = await this.database.manager.find(Account, {
      where: { unitId },
      order: { name: 'ASC', id: 'ASC' },
    });
    return accounts.map(accountView);
  }

  async unit(unitId: number): Promise<UnitView> {
    return unitView(await this.database.manager.findOneByOrFail(Unit, { id: unitId }));
  }

  residentialGroups(unitId: number): Promise<ResidentialGroupView[]> {
    return this.database.manager.find(ResidentialGroup, {
      where: { unitId },
      order: { id: 'ASC' },
      select: { id: true, name: true },
    });
  }
}
