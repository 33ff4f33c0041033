import type { EntityManager } from 'typeorm';
import { Account } from '../people/account.entity.js';
import { Unit } from '../people/unit.entity.js';
import { findRows } from '../platform/rows.js';
import type { Channel } from './delivery.entity.js';

/** Where each channel reaches a person today; a channel that has no address is absent. */
export async function targetsOf(
  manager: EntityManager,
  { recipientId, unitId }: { recipientId: number | null; unitId: number },
): Promise<Partial<Record<Channel, string>>> {
  const [accounts, units] = await Promise.all([
    findRows(manager, Account, { id: recipientId === null ? [] : recipientId }, { of: ['email'] }),
    findRows(manager, Unit, { id: unitId }, { of: ['webhookUrl'] }),
  ]);
  const email = accounts[0]?.email;
  const webhook = units[0]?.webhookUrl;
  return { ...(email && { email }), ...(webhook && { webhook }) };
}
