import { Injectable } from '@nestjs/common';
import { recordHistory } from '../audit/record-history.js';
import { DomainError } from '../domain/errors.js';
import { Clock } from '../platform/clock.js';
import type { Officer } from '../platform/officer.js';
import { Transaction } from '../platform/transaction.js';
import { addAccount } from './change-account.js';
import { unitView } from './change-unit.js';
import { writeInvitation } from './invite.js';
import { MailInvitation } from './mail-invitation.js';
import type { CreateUnitDto } from './people.dto.js';
import type { CreatedUnitView } from './people.view.js';
import { Unit } from './unit.entity.js';

/** A ward below the administrator's own unit, with an administrator of its own, who is invited and does the rest. */
@Injectable()
export class CreateUnit {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly mail: MailInvitation,
  ) {}

  /**
   * `site` is the address people open the product at.
   * @throws DomainError `code-taken`, `login-taken`
   */
  async run(given: CreateUnitDto, officer: Officer, site: string): Promise<CreatedUnitView> {
    const { unit, admin, made } = await this.transaction.run(async (manager) => {
      if (await manager.existsBy(Unit, { code: given.code })) {
        const detail = `Mã đơn vị "${given.code}" đã có đơn vị dùng; hãy chọn mã khác.`;
        throw new DomainError('code-taken', detail, [{ code: 'code-taken', field: 'code', detail }]);
      }
      const above = await manager.findOneByOrFail(Unit, { id: officer.unitId });
      const unit = manager.create(Unit, {
        code: given.code,
        name: given.name,
        parentId: above.id,
        parent: above.name,
        province: above.province,
        remoteArea: given.remoteArea ?? false,
        receptionWeekday: given.receptionWeekday ?? above.receptionWeekday,
        webhookUrl: null,
        webhookSecret: null,
        requireSecondFactor: above.requireSecondFactor,
      });
      await manager.insert(Unit, unit);
      const { adminLogin: login, adminName: name, adminEmail: email } = given;
      const person = { unitId: unit.id, login, name, email, role: 'admin', scope: 'unit' } as const;
      const admin = await addAccount(manager, person, 'adminLogin');
      const at = this.clock.now();
      const { id, code } = unit;
      await recordHistory(manager, { unitId: id, at, action: 'first-start', after: { login } });
      await recordHistory(manager, {
        unitId: officer.unitId,
        accountId: officer.id,
        at,
        action: 'create-unit',
        after: { id, code, login },
      });
      const made = await writeInvitation(manager, admin, 'invitation', at);
      return { unit: unitView(unit), admin: { login, name, email: admin.email }, made };
    });
    return { ...unit, invitation: this.mail.give({ ...made, account: admin, purpose: 'invitation', site }) };
  }
}
