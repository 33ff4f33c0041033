import { IsNull, Not, type EntityManager } from 'typeorm';
import type { RecordedHead } from '../audit/heads-file.js';
import type { Instant } from '../domain/plain-date.js';
import { Unit } from '../people/unit.entity.js';
import { Delivery, newDelivery } from './delivery.entity.js';

/** Each unit's head of the day goes out by its webhook, once a day: a copy that nobody on the server can take back. */
export async function postHeads(manager: EntityManager, heads: readonly RecordedHead[], now: Instant): Promise<void> {
  const units = await manager.findBy(Unit, { webhookUrl: Not(IsNull()) });
  const wanted = heads.flatMap((head) => {
    const unit = units.find(({ id }) => id === head.unitId);
    return unit ? [{ head, target: unit.webhookUrl! }] : [];
  });
  if (wanted.length === 0) return;
  const rows = wanted.map(({ head, target }) =>
    newDelivery(
      manager,
      {
        unitId: head.unitId,
        noticeId: null,
        key: `head-${head.unitId}-${head.day}`,
        body: JSON.stringify({ id: `head-${head.unitId}-${head.day}`, ...head }),
        channel: 'webhook',
        target,
      },
      now,
    ),
  );
  await manager.createQueryBuilder().insert().into(Delivery).values(rows).orIgnore().execute();
}
