import type { EntityManager } from 'typeorm';
import { ask } from './ask.js';
import type { Sealing } from './sealing.js';

const proof = 'Tệp khóa này mở được dữ liệu này.';

/**
 * A new database gets a key and a value sealed with it. Later starts open that value: with another key file the program
 * would run, and every secret would be unreadable at the moment it is needed.
 * @throws Error naming the variable to set
 */
export async function proveKey(manager: EntityManager, sealing: Sealing): Promise<void> {
  const [row] = await ask<{ sealed: string }>(manager, 'SELECT sealed FROM key_proof WHERE id = 1', {});
  if (!row) {
    if (!sealing.ready) sealing.create();
    await writeProof(manager, sealing);
    return;
  }
  try {
    sealing.open(row.sealed);
  } catch {
    throw new Error(
      'Tệp khóa bị thiếu hoặc không phải tệp khóa của dữ liệu này. Hãy đặt SECRET_KEY_FILE vào tệp khóa đã dùng, hoặc chép tệp đó về chỗ cũ.',
    );
  }
}

/** Sealed with the key now in use. */
export async function writeProof(manager: EntityManager, sealing: Sealing): Promise<void> {
  await manager.createQueryBuilder().delete().from('key_proof').execute();
  await manager
    .createQueryBuilder()
    .insert()
    .into('key_proof')
    .values({ id: 1, sealed: sealing.seal(proof) })
    .execute();
}
