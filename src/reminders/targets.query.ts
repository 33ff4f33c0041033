import type { EntityManager } from 'typeorm';
import { Account } from '../people/account.entity.js';
import { Unit } from '../people/unit.entity.js';
import { findRows } from '../platform/rows.js';
import type { Channel } from './delivery.entity.js';

/** Where each channel reaches people of a ward today, by account; a channel that has no address is absent. */
export async function targetsOf(
  manager: EntityManager,
  unitId: number,
  recipientIds: readonly number[],
): Promise<(recipientId: number | null) => Partial<Record<Channel, string>>> {
  const [accounts, units] = await Promise.all([
    findRows(manager, Account, { id: recipientIds }, { of: ['id', 'email'] }),
    findRows(manager, Unit, { id: unitId }, { of: ['webhookUrl'] }),
  ]);
  const emails = new Map(accounts.map(({ id, email }) => [id, email]));
  const webhook = units[0]?.webhookUrl;
  return (recipientId) => {
    const email = emails.get(recipientId ?? 0);
    return { ...(email && { email }), ...(webhook && { webhook }) };
  };
}
