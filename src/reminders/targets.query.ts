import type { EntityManager } from 'typeorm';
import { Account } from '../people/account.entity.js';
import { Unit } from '../people/unit.entity.js';
import type { Channel } from './delivery.entity.js';

/** Where each channel reaches a person today; a channel that has no address is absent. */
export async function targetsOf(
  manager: EntityManager,
  { recipientId, unitId }: { recipientId: number | null; unitId: number },
): Promise<Partial<Record<Channel, string>>> {
  const email = recipientId === null ? null : (await manager.findOneBy(Account, { id: recipientId }))?.email;
  const webhook = (await manager.findOneBy(Unit, { id: unitId }))?.webhookUrl;
  return { ...(email && { email }), ...(webhook && { webhook }) };
}
