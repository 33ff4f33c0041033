import type { EntityManager } from 'typeorm';
import type { Person } from '../people/person.entity.js';
import { sealingOf } from '../platform/sealing.js';
import { cellText } from './cell.js';
import { phoneDigits } from './parse-value.js';
import type { ReadRow } from './read-rows.js';

const differs = 'khác danh bạ; nhập Excel không đổi danh bạ, hãy sửa trong hồ sơ.';

/** By column: what a row says of a citizen otherwise than the directory, which an import leaves alone. */
export function personChecks(manager: EntityManager, { values }: ReadRow, person: Person): Record<string, string> {
  const { idNumber, phone, address } = values;
  const other = {
    idNumber:
      idNumber !== undefined &&
      !sealingOf(manager)
        .keyedHashes(String(idNumber))
        .includes(person.idHash ?? ''),
    phone: phone !== undefined && phoneDigits(person.phone ?? '') !== phone,
    address: address !== undefined && cellText(person.address ?? '') !== address,
  };
  return Object.fromEntries(Object.entries(other).flatMap(([column, is]) => (is ? [[column, differs]] : [])));
}
