/**
 * Request Tracker's own 20,000 tickets, kept as our cases are: a pattern made by its own library, copied by SQL with
 * every id moved on, until there are enough.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { smoke } from '../measure.mjs';
import { dice } from './dice.mjs';
import { folder } from './make-data.mjs';
import { groups, matters, personName } from './vietnamese.mjs';

const patternSize = smoke ? 100 : 1_000;
const copies = smoke ? 1 : 20;
export const officers = [...Array(20).keys()].map((i) => `officer-${i + 1}`);
export const password = 'bench-password';

/** What an officer of a ward does; given for all queues, so that no question is slowed by asking queue by queue. */
const rights = [
  ...['SeeQueue', 'ShowTicket', 'ShowTicketComments', 'CreateTicket', 'ModifyTicket', 'OwnTicket', 'TakeTicket'],
  ...['CommentOnTicket', 'ReplyToTicket', 'ModifySelf'],
];

/** Columns that hold an id, and the table it is of. What stood there before the tickets is not copied. */
const idColumns = {
  principals: { id: 'principals' },
  groups: { id: 'principals', instance: 'tickets' },
  groupmembers: { id: 'groupmembers', groupid: 'principals', memberid: 'principals' },
  cachedgroupmembers: {
    ...{ id: 'cachedgroupmembers', groupid: 'principals', memberid: 'principals' },
    ...{ via: 'cachedgroupmembers', immediateparentid: 'principals' },
  },
  tickets: { id: 'tickets', effectiveid: 'tickets' },
  transactions: { id: 'transactions', objectid: 'tickets' },
  attachments: { id: 'attachments', transactionid: 'transactions', parent: 'attachments' },
};

/** Half are open, one in three of those overdue; a tenth of the matters speaks of graves, and a third of those by name. */
function tickets() {
  const { roll, pick } = dice(11);
  const plain = matters.filter((matter) => !matter.includes('mồ mả'));
  const graves = matters.find((matter) => matter.includes('mồ mả'));
  const day = (n) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 19).replace('T', ' ');
  const ways = [[], ['open'], ['open'], ['open', 'stalled'], ['rejected'], ...Array(5).fill(['open', 'resolved'])];
  return [...Array(patternSize).keys()].map((i) => ({
    queue: queues[i % queues.length],
    subject: `${i % 33 === 0 ? graves : pick(plain)} - ${personName({ pick })}, xóm ${pick(groups)}`,
    text: `${pick(matters)}. ${pick(matters)}.`,
    owner: pick(officers),
    requestor: pick(people),
    due: day(roll(90) - 30),
    states: pick(ways),
    comments: [...Array(roll(3)).keys()].map(() => `Đã mời hộ đến làm việc. ${pick(matters)}.`),
  }));
}
const queues = ['don-thu', 'boi-thuong'];
const people = [...Array(50).keys()].map((i) => `household-${i + 1}`);

/** `perl` and `setUp` run Request Tracker's programs on the database `url` names. */
export async function requestTrackerData(server, { database, perl, setUp }) {
  const url = server.addressOf(database);
  const done = join(folder, `${database}.done`);
  if (existsSync(done)) return url;
  await server.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  setUp();
  const { pick } = dice(5);
  const users = [...officers, ...people].map((login) => ({
    ...{ login, name: `${personName({ pick })} (${login})`, officer: officers.includes(login) },
  }));
  const tables = Object.keys(idColumns);
  const before = JSON.parse(perl({ rights, queues, users, password, tables, tickets: tickets() }));
  await multiply((sql) => server.query(sql, url), before);
  await server.query('VACUUM (ANALYZE)', url);
  writeFileSync(done, '');
  return url;
}

/** Ids up to `before` are of users, queues and the like, which the copies share. */
async function multiply(query, before) {
  const most = {};
  for (const table of Object.keys(idColumns)) [{ most: most[table] }] = await query(`SELECT max(id) AS most FROM ${table}`);
  const moved = (column, of) =>
    `CASE WHEN ${column} > ${before[of]} THEN ${column} + copy * ${most[of] - before[of]} ELSE ${column} END`;
  for (const [table, ids] of Object.entries(idColumns)) {
    const columns = await query(`SELECT column_name AS name FROM information_schema.columns WHERE table_name = '${table}'`);
    const names = columns.map(({ name }) => name);
    const values = names.map((name) => (ids[name] ? moved(name, ids[name]) : name));
    const { [ids.id]: from } = before;
    await query(`INSERT INTO ${table} (${names}) SELECT ${values} FROM ${table}, generate_series(1, ${copies - 1}) copy
      WHERE id > ${from} AND id <= ${most[ids.id]} ${table === 'transactions' ? "AND objecttype = 'RT::Ticket'" : ''}`);
    await query(`SELECT setval('${table}_id_seq', (SELECT max(id) FROM ${table}))`);
  }
}
