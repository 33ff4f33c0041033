import type { EntityManager } from 'typeorm';
import { addDays, plainDate, type Instant, type PlainDate } from '../../src/domain/plain-date.js';
import { Letter, waysOfService, type WayOfService } from '../../src/letters/letter.entity.js';
import { Transaction } from '../../src/platform/transaction.js';
import { WardEvent, wardEventKinds, type WardEventKind } from '../../src/reports/ward-event.entity.js';
import { makeCase, type MadeCase } from '../support/make-case.js';
import type { Engine } from '../support/services.js';
import { Ward } from '../support/ward.js';
import { tellInTables } from './plain-sql/words.js';
import { TwoYears } from './two-years.js';

const lately = '2026-06-30T03:00:00.000Z' as Instant;
const [petitions, projects, households, graves, sessions] = [300, 10, 200, 40, 30];

/** A ward after two years: 300 petitions, 200 households and 40 graves of 10 projects, receptions, letters, events. */
export async function filledWard(engine: Engine): Promise<Ward> {
  const ward = await Ward.start({ engine, now: '2026-07-01T08:30:00+07:00' });
  // Two officers of one name.
  await ward.rows("UPDATE account SET name = 'Người thử can-bo' WHERE login = 'can-bo-2'");
  const made: MadeCase[] = [];
  for (let i = 0; i < projects; i++)
    made.push(
      await makeCase(ward.as('lanh-dao'), 'compensation-project', {
        on: '2024-06-03',
        title: `Dự án ${i}`,
        fields: { landUse: 'agricultural', ruleSet: '2024' },
      }),
    );
  // All of it one write: thousands of steps, each waiting for the disk, would take minutes.
  await ward.app
    .get(Transaction)
    .run((manager) => fill(new TwoYears(ward, manager, plainDate('2026-06-30')), manager, made, ward));
  await tellInTables(ward, engine);
  return ward;
}

async function fill(years: TwoYears, manager: EntityManager, made: readonly MadeCase[], ward: Ward): Promise<void> {
  const days = await receptions(years, manager);
  const codes: string[] = [];
  for (let i = 0; i < petitions; i++) {
    // Every fifth is brought to a session; some are the second of a matter.
    const at = i % 5 === 0 ? days[(i / 5) % days.length] : undefined;
    const firstPetition = i % 5 === 3 || i % 20 === 15 ? codes[i - 5] : undefined;
    const opened = await years.petition({ at, firstPetition });
    codes.push(opened.file.code);
    const onward = i % 3 > 0;
    await years.walk('citizen-petition', opened, onward ? 14 : 6, onward);
  }
  const groups = await manager.query<{ id: number }[]>('SELECT id FROM residential_group ORDER BY id');
  const land: MadeCase[] = [];
  for (let n = 0; n < households + graves; n++) {
    const kind = n % 6 === 5 ? 'grave-relocation' : 'household-file';
    const opened = await years.open(kind, {
      project: made[n % made.length]!.code,
      title: `Hồ sơ ${n}`,
      people: years.roll(4) > 0 ? [years.person(kind === 'household-file' ? 'holder' : 'kin')] : [],
      ...(years.roll(2) === 0 && { residentialGroupId: years.pick(groups).id }),
      fields:
        kind === 'household-file'
          ? { parcel: `Tờ ${1 + years.roll(9)} thửa ${1 + years.roll(99)}` }
          : {
              ...(n % 4 > 0 && { graveNumber: `M${n}`, deceased: `Cụ ${n}`, zone: `Khu ${n % 3}` }),
              ...(n % 4 > 1 && { kin: `Thân nhân ${n}`, graveKind: years.pick(['built', 'earth']) }),
            },
    });
    const onward = n % 3 === 1 || n % 12 === 5;
    land.push(await years.walk(kind, opened, onward ? 14 : 5, onward));
  }
  for (const file of made) await years.walk('compensation-project', { file, on: plainDate('2025-08-01') }, 8);
  await events(years, manager, ward.officers['can-bo'].unitId);
  await letters(years, manager, land, ward);
}

/** The days on which sessions were held. */
async function receptions(years: TwoYears, manager: EntityManager): Promise<PlainDate[]> {
  for (let i = 0; i < sessions; i++) {
    const sessionOn = addDays(years.first, 20 + 23 * i);
    const session = await years.open('reception-session', { on: addDays(sessionOn, -10), fields: { sessionOn } });
    await years.walk('reception-session', { ...session, on: sessionOn }, 6, true);
  }
  const held = await manager.query<{ on_day: PlainDate }[]>(
    "SELECT on_day FROM history WHERE action IN ('hold', 'hold-ad-hoc') ORDER BY id",
  );
  return held.map(({ on_day }) => on_day);
}

async function events(years: TwoYears, manager: EntityManager, unitId: number): Promise<void> {
  for (let i = 0; i < 120; i++)
    await manager.insert(WardEvent, {
      unitId,
      kind: years.pick(Object.keys(wardEventKinds) as WardEventKind[]),
      onDay: addDays(years.first, years.roll(729)),
      about: `Việc ${i}`,
      attendees: years.roll(2) === 0 ? null : years.roll(90),
      wanting: years.roll(2) === 0 ? null : years.roll(4),
      illustrative: false,
      removedAt: years.roll(8) === 0 ? lately : null,
    });
}

/** Letters as the book has them: some written again, some without a number, some served. */
async function letters(years: TwoYears, manager: EntityManager, land: readonly MadeCase[], ward: Ward): Promise<void> {
  for (let i = 0; i < 60; i++) {
    const { id: caseId } = years.pick(land);
    const [paper] = await manager.query<{ id: number }[]>('SELECT id FROM document ORDER BY id LIMIT 1');
    const onDay = addDays(years.first, years.roll(700));
    const numbered = i % 7 > 0;
    const served = i % 3 === 0;
    const letter = {
      unitId: ward.officers['can-bo'].unitId,
      caseId,
      documentId: paper!.id,
      kind: years.pick(['inventory-notice', 'compulsory-inventory-decision']),
      firstId: null as number | null,
      version: 1,
      year: 2024,
      symbol: numbered ? 'TB-UBND' : null,
      number: numbered ? i : null,
      onDay,
      signer: `Người ký ${i % 4}`,
      addressee: i % 5 > 0 ? `Ông ${i}` : null,
      accountId: years.pick([ward.officers['can-bo'].id, ward.officers['lanh-dao'].id]),
      at: lately,
      ...(served && {
        servedHow: years.pick(Object.keys(waysOfService) as WayOfService[]),
        servedOn: addDays(onDay, 2),
        servedTo: 'Chủ hộ',
        servedBy: 'Tổ trưởng',
      }),
    };
    const { identifiers } = await manager.insert(Letter, { ...letter });
    if (numbered && i % 4 === 0)
      await manager.insert(Letter, {
        ...letter,
        firstId: identifiers[0]!.id as number,
        version: 2,
        onDay: addDays(onDay, 20),
      });
  }
}
