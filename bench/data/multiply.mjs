import { built } from './built.mjs';
import { dice } from './dice.mjs';
import { personName } from './vietnamese.mjs';
import { tables } from './tables.mjs';

const { hashOf, beginning } = await built('audit/chain.js');
const { foldVietnamese } = await built('domain/search-text.js');
const { searchable } = await built('cases/search-words.js');

/** Cases of one ward; a province has as many such wards as its cases need. */
const perWard = 10_000;

/**
 * The rows of `cases` cases as copies of the pattern, table by table, handed to `write(table, columns, rows)` in
 * batches: ids, codes, names and wards are each copy's own, and every ward's history is chained anew.
 */
export async function multiply(pattern, cases, write, seed = 7) {
  const size = pattern.case_file.length;
  const copies = Math.max(1, Math.round(cases / size));
  const perUnit = Math.max(1, Math.round(perWard / size));
  const units = Math.ceil(copies / perUnit);
  const most = Object.fromEntries(tables.map(({ name }) => [name, Math.max(0, ...pattern[name].map(({ id }) => id))]));
  const wardOf = wards(pattern);
  await copyWards(pattern, units, wardOf, write);

  const digests = new Set(pattern.reminder.filter(({ rung }) => rung === 'digest').map(({ id }) => id));
  // Everybody has one digest a day, however many copies make up the ward.
  const isDigest = (name, row) =>
    (name === 'reminder' && digests.has(row.id)) || (name === 'notice' && digests.has(row.reminder_id));
  const names = renamed(pattern, copies, seed);
  const heads = [];
  for (const { name, changes } of tables) {
    const columns = Object.keys(pattern[name][0] ?? {});
    for (let copy = 0; copy < copies; copy++) {
      const ward = Math.floor(copy / perUnit);
      const rows = [];
      for (const row of pattern[name]) {
        if (copy % perUnit > 0 && isDigest(name, row)) continue;
        const own = { ...row };
        for (const [column, change] of Object.entries(changes)) {
          const value = row[column];
          if (value === null && change !== 'seq' && change !== 'prev-hash') continue;
          own[column] = turned(change, value, { row, copy, ward, most, wardOf, names, name, size, inWard: copy % perUnit });
        }
        if (name === 'history') {
          const head = (heads[ward] ??= { seq: 0, hash: beginning });
          chain(own, head);
        }
        rows.push(columns.map((column) => own[column]));
      }
      await write(name, columns, rows);
    }
  }
  await write('history_head', ['unit_id', 'seq', 'hash'], heads.map(({ seq, hash }, ward) => [wardOf.unit(ward), seq, hash]));
  const { prefixes } = wardOf;
  await write(
    'case_counter',
    ['unit_id', 'prefix', 'year', 'last'],
    [...Array(units).keys()].flatMap((ward) => prefixes.map(({ prefix, year }) => [wardOf.unit(ward), prefix, year, perWard * 2])),
  );
  return { cases: copies * size, units };
}

function turned(change, value, { row, copy, ward, most, wardOf, names, name, inWard, size }) {
  switch (change) {
    case 'own':
      return value + copy * most[name];
    case 'case':
      return value + copy * most.case_file;
    case 'person':
    case 'history':
    case 'deadline':
    case 'reminder':
      return value + copy * most[change];
    case 'unit':
      return wardOf.unit(ward);
    case 'account':
      return wardOf.account(ward, value);
    case 'group':
      return wardOf.group(ward, value);
    case 'code':
      return value.replace(/\d+$/, (number) => String(Number(number) + inWard * size).padStart(4, '0'));
    case 'title':
    case 'search':
      return names.inCase(copy, row.id, value, change === 'search', row.code, () =>
        row.code.replace(/\d+$/, (number) => String(Number(number) + inWard * size).padStart(4, '0')),
      );
    case 'person-name':
      return names.of(copy, row.id) ?? value;
    case 'person-search':
      return names.of(copy, row.id) === undefined ? value : foldVietnamese(names.of(copy, row.id));
    case 'reminder-key':
      return value
        .replace(/^case-(\d+)/, (_, id) => `case-${Number(id) + copy * most.case_file}`)
        .replace(/clock-(\d+)/, (_, id) => `clock-${Number(id) + copy * most.deadline}`)
        .replace(/to-(\d+)$/, (_, id) => `to-${wardOf.account(ward, Number(id))}`);
    default:
      return value;
  }
}

function chain(own, head) {
  own.seq = head.seq + 1;
  own.prev_hash = head.hash;
  own.hash = hashOf({
    prevHash: head.hash,
    unitId: own.unit_id,
    seq: own.seq,
    caseId: own.case_id,
    at: own.at,
    onDay: own.on_day,
    accountId: own.account_id,
    forAccountId: own.for_account_id,
    address: own.address,
    action: own.action,
    fromState: own.from_state,
    toState: own.to_state,
    illustrative: Boolean(own.illustrative),
    contentHash: own.content_hash,
  });
  head.seq = own.seq;
  head.hash = own.hash;
}

/** A copy's people have names of their own, which also stand in the titles of their cases. */
function renamed(pattern, copies, seed) {
  const { pick } = dice(seed);
  const open = pattern.person.filter((person) => !person.protected);
  const fresh = [...Array(copies).keys()].map((copy) =>
    copy === 0 ? new Map() : new Map(open.map(({ id }) => [id, personName({ pick })])),
  );
  const was = new Map(open.map(({ id, name }) => [id, name]));
  const ofCase = new Map(pattern.case_person.map(({ case_id: id, person_id: person }) => [id, person]));
  return {
    of: (copy, id) => fresh[copy].get(id),
    inCase(copy, id, text, folded, oldCode, newCode) {
      let told = text;
      const person = ofCase.get(id);
      const name = fresh[copy].get(person);
      const as = (words) => (folded ? foldVietnamese(words) : words);
      if (name !== undefined) told = told.replace(as(was.get(person)), as(name));
      return folded ? told.replace(searchable(oldCode), searchable(newCode())) : told;
    },
  };
}

/** Ward 0 is the pattern's own; the ids of the others follow. */
function wards({ unit, account, residential_group: group, case_counter: counters }) {
  const first = unit[0].id;
  const accounts = Math.max(...account.map(({ id }) => id));
  const groups = Math.max(...group.map(({ id }) => id));
  return {
    unit: (ward) => first + ward,
    account: (ward, id) => id + ward * accounts,
    group: (ward, id) => id + ward * groups,
    prefixes: counters,
  };
}

async function copyWards({ unit, account, residential_group: group }, units, wardOf, write) {
  const all = [...Array(units).keys()];
  const province = wardOf.unit(units);
  const columns = (row) => Object.keys(row);
  const rows = (list, change) => all.flatMap((ward) => list.map((row) => Object.values({ ...row, ...change(row, ward) })));
  await write('unit', columns(unit[0]), [
    Object.values({ ...unit[0], id: province, code: 'tinh', name: 'Tỉnh', parent_id: null }),
    ...rows(unit, (row, ward) => ({
      ...{ id: wardOf.unit(ward), code: ward === 0 ? row.code : `phuong-${ward}` },
      ...{ name: `Phường ${ward + 1}`, parent_id: province },
    })),
  ]);
  await write(
    'account',
    columns(account[0]),
    rows(account, (row, ward) => ({
      id: wardOf.account(ward, row.id),
      unit_id: wardOf.unit(ward),
      login: ward === 0 ? row.login : `${row.login}-p${ward}`,
    })),
  );
  await write(
    'residential_group',
    columns(group[0]),
    rows(group, (row, ward) => ({ id: wardOf.group(ward, row.id), unit_id: wardOf.unit(ward) })),
  );
}
