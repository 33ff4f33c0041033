import { Injectable } from '@nestjs/common';
import { recordHistory } from '../audit/record-history.js';
import { DomainError } from '../domain/errors.js';
import { Clock } from '../platform/clock.js';
import type { Officer } from '../platform/officer.js';
import { Outgoing } from '../platform/outgoing.js';
import { Transaction } from '../platform/transaction.js';
import type { ChangeUnitDto } from './people.dto.js';
import type { UnitView } from './people.view.js';
import { ResidentialGroup } from './residential-group.entity.js';
import { Unit } from './unit.entity.js';

/** The ward's own data: name, reception weekday, residential groups, and where its webhook goes. */
@Injectable()
export class ChangeUnit {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly outgoing: Outgoing,
  ) {}

  async run({ addResidentialGroups = [], ...change }: ChangeUnitDto, admin: Officer): Promise<UnitView> {
    const objection = change.webhookUrl ? this.outgoing.objection(change.webhookUrl) : undefined;
    if (objection)
      throw new DomainError('private-target', `${objection}.`, [
        { code: 'private-target', field: 'webhookUrl', detail: `${objection}.` },
      ]);
    return this.transaction.run(async (manager) => {
      const unit = await manager.findOneByOrFail(Unit, { id: admin.unitId });
      const before = { ...unit, webhookSecret: undefined };
      Object.assign(unit, change);
      if (unit.webhookUrl && !unit.webhookSecret)
        throw new DomainError(
          'missing-field',
          'Webhook cần khóa ký để bên nhận kiểm tra được người gửi; hãy nhập webhookSecret.',
          [{ code: 'missing-field', field: 'webhookSecret', detail: 'Chưa nhập khóa ký.' }],
        );
      await manager.save(Unit, unit);
      const known = new Set((await manager.findBy(ResidentialGroup, { unitId: unit.id })).map((group) => group.name));
      const named = new Set(addResidentialGroups.map((name) => name.normalize('NFC').trim()));
      const added = [...named].filter((name) => !known.has(name));
      if (added.length > 0)
        await manager.insert(
          ResidentialGroup,
          added.map((name) => ({ unitId: unit.id, name })),
        );
      const { webhookSecret, ...after } = change;
      await recordHistory(manager, {
        unitId: unit.id,
        accountId: admin.id,
        at: this.clock.now(),
        action: 'change-unit',
        before,
        after: { ...after, ...(webhookSecret && { webhookSecret: 'đã đổi' }), addResidentialGroups: added },
      });
      return unitView(unit);
    });
  }
}

/** The unit without its secret. */
export const unitView = ({
  id,
  code,
  name,
  parent,
  province,
  remoteArea,
  receptionWeekday,
  webhookUrl,
  requireSecondFactor,
}: Unit): UnitView => ({
  id,
  code,
  name,
  parent,
  province,
  remoteArea,
  receptionWeekday,
  webhookUrl,
  requireSecondFactor,
});
