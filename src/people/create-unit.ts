import { Injectable } from '@nestjs/common';
import { recordHistory } from '../audit/record-history.js';
import { DomainError } from '../domain/errors.js';
import { Clock } from '../platform/clock.js';
import type { Officer } from '../platform/officer.js';
import { Transaction } from '../platform/transaction.js';
import { Account } from './account.entity.js';
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
      if (await manager.existsBy(Unit, { code: given.code }))
        throw taken('code-taken', 'code', `Mã đơn vị "${given.code}" đã có đơn vị dùng; hãy chọn mã khác.`);
      if (await manager.existsBy(Account, { login: given.adminLogin }))
        throw taken(
          'login-taken',
          'adminLogin',
          `Tên đăng nhập "${given.adminLogin}" đã có người dùng; hãy chọn tên khác.`,
        );
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
      const admin = manager.create(Account, {
        unitId: unit.id,
        login: given.adminLogin,
        name: given.adminName,
        email: given.adminEmail ?? null,
        role: 'admin',
        scope: 'unit',
        passwordHash: null,
        active: true,
      });
      await manager.insert(Account, admin);
      const at = this.clock.now();
      const { id, code } = unit;
      await recordHistory(manager, { unitId: id, at, action: 'first-start', after: { login: admin.login } });
      await recordHistory(manager, {
        unitId: officer.unitId,
        accountId: officer.id,
        at,
        action: 'create-unit',
        after: { id, code, login: admin.login },
      });
      const made = await writeInvitation(manager, admin, 'invitation', at);
      const { login, name, email } = admin;
      return { unit: unitView(unit), admin: { login, name, email }, made };
    });
    return { ...unit, invitation: this.mail.give({ ...made, account: admin, purpose: 'invitation', site }) };
  }
}

const taken = (code: string, field: string, detail: string) => new DomainError(code, detail, [{ code, field, detail }]);
