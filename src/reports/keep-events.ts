import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { recordHistory } from '../audit/record-history.js';
import { DomainError } from '../domain/errors.js';
import type { Instant, PlainDate } from '../domain/plain-date.js';
import { ResidentialGroup } from '../people/residential-group.entity.js';
import { Clock } from '../platform/clock.js';
import type { Officer } from '../platform/officer.js';
import { Transaction } from '../platform/transaction.js';
import type { WardEventView } from './report.view.js';
import { WardEvent, wardEventKinds, type WardEventKind } from './ward-event.entity.js';

export interface NewEvent {
  kind: WardEventKind;
  on: PlainDate;
  number?: string;
  about: string;
  residentialGroupId?: number;
  attendees?: number;
  wanting?: number;
  illustrative?: boolean;
}

/** What the ward did that is no case and that its reports count. Taken back, a line stays and no longer counts. */
@Injectable()
export class KeepEvents {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  add(given: NewEvent, officer: Officer): Promise<WardEventView> {
    const now = this.clock.now();
    return this.transaction.run((manager) => addEvent(manager, given, officer, now));
  }

  /** @throws DomainError `not-found` */
  remove(id: number, officer: Officer): Promise<WardEventView> {
    return this.transaction.run(async (manager) => {
      const { unitId } = officer;
      const event = await manager.findOneBy(WardEvent, { id, unitId, removedAt: IsNull() });
      if (!event) throw new DomainError('not-found', 'Không có dòng này, hoặc đã bỏ rồi.');
      const at = this.clock.now();
      await manager.update(WardEvent, { id }, { removedAt: at });
      await recordHistory(manager, {
        unitId,
        accountId: officer.id,
        at,
        action: 'remove-ward-event',
        before: { kind: event.kind, on: event.onDay, about: event.about },
      });
      return eventView(event);
    });
  }
}

export const eventView = (event: WardEvent): WardEventView => ({
  id: event.id,
  kind: event.kind,
  kindVi: wardEventKinds[event.kind],
  on: event.onDay,
  number: event.number,
  about: event.about,
  residentialGroupId: event.residentialGroupId,
  attendees: event.attendees,
  wanting: event.wanting,
  illustrative: event.illustrative,
});

/** The event, inside a transaction. */
export async function addEvent(
  manager: EntityManager,
  given: NewEvent,
  officer: Officer,
  now: Instant,
): Promise<WardEventView> {
  const { unitId } = officer;
  const { residentialGroupId: groupId = null } = given;
  if (groupId !== null && !(await manager.existsBy(ResidentialGroup, { id: groupId, unitId })))
    throw new DomainError('unknown-group', 'Phường không có tổ dân phố đó; hãy chọn lại.', [
      { code: 'unknown-group', field: 'residentialGroupId', detail: 'Tổ dân phố: hãy chọn lại.' },
    ]);
  const event = manager.create(WardEvent, {
    unitId,
    kind: given.kind,
    onDay: given.on,
    number: given.number ?? null,
    about: given.about,
    residentialGroupId: groupId,
    attendees: given.attendees ?? null,
    wanting: given.wanting ?? null,
    illustrative: given.illustrative ?? false,
    accountId: officer.id,
    removedAt: null,
  });
  await manager.insert(WardEvent, event);
  await recordHistory(manager, {
    unitId,
    accountId: officer.id,
    at: now,
    onDay: given.on,
    action: 'add-ward-event',
    after: { ...given },
  });
  return eventView(event);
}
