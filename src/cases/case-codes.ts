import { In, type EntityManager } from 'typeorm';
import { DomainError } from '../domain/errors.js';
import { CaseFile } from './case-file.entity.js';

/** Refuses a number the ward typed itself. */
export const codeTaken = (code: string) => new DomainError('code-taken', `Mã hồ sơ "${code}" đã có; hãy dùng mã khác.`);

/** The next number of the year, like `DT-2026-0012`. */
export const nextCode = async (manager: EntityManager, unitId: number, prefix: string, year: number): Promise<string> =>
  (await nextCodes(manager, unitId, prefix, year, 1))[0]!;

/**
 * The next numbers of the year, each given once; what a taken-back write had stays a gap. The counter row makes
 * concurrent intakes line up, the unique key proves it.
 */
export async function nextCodes(
  manager: EntityManager,
  unitId: number,
  prefix: string,
  year: number,
  count: number,
): Promise<string[]> {
  const codes: string[] = [];
  while (codes.length < count) {
    const missing = count - codes.length;
    await manager.query(
      'INSERT INTO case_counter (unit_id, prefix, year, last) VALUES ($1, $2, $3, $4) ON CONFLICT (unit_id, prefix, year) DO UPDATE SET last = case_counter.last + $4',
      [unitId, prefix, year, missing],
    );
    const [row] = await manager.query<{ last: number }[]>(
      'SELECT last FROM case_counter WHERE unit_id = $1 AND prefix = $2 AND year = $3',
      [unitId, prefix, year],
    );
    const next = [...Array(missing).keys()].map(
      (i) => `${prefix}-${year}-${String(row!.last - missing + 1 + i).padStart(4, '0')}`,
    );
    // A ward may have typed such a code itself.
    const typed = await manager.find(CaseFile, { where: { unitId, code: In(next) }, select: { code: true } });
    codes.push(...next.filter((code) => !typed.some((file) => file.code === code)));
  }
  return codes;
}
