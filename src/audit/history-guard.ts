import type { DataSourceOptions } from 'typeorm';
import { ERASE } from './erase-content.js';

interface Asked {
  query: (sql: string) => Promise<unknown>;
  type: DataSourceOptions['type'];
}

/** Everything an entry keeps for ever. */
const kept = [
  ...['id', 'unit_id', 'seq', 'prev_hash', 'hash', 'content_hash', 'case_id', 'at', 'on_day', 'account_id'],
  ...['for_account_id', 'address', 'action', 'from_state', 'to_state', 'illustrative'],
];
/** The only change an entry may ever undergo: what it says is erased, all of it, once. */
const isErasure = [
  'OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL',
  `OLD.action <> '${ERASE}'`,
  ...['"before"', '"after"', 'note', 'salt'].map((name) => `NEW.${name} IS NULL`),
  ...kept.map((name) => `NEW.${name} IS NOT DISTINCT FROM OLD.${name}`),
].join(' AND ');
const follows = 'SELECT 1 FROM history_head WHERE unit_id = NEW.unit_id AND seq = NEW.seq - 1 AND hash = NEW.prev_hash';
const isEntry = 'SELECT 1 FROM history WHERE unit_id = NEW.unit_id AND seq = NEW.seq AND hash = NEW.hash';
const stepsOn = 'NEW.unit_id = OLD.unit_id AND NEW.seq = OLD.seq + 1';
const moveOn = 'UPDATE history_head SET seq = NEW.seq, hash = NEW.hash WHERE unit_id = NEW.unit_id';

const sentences = {
  changed: 'Nhật ký chỉ được thêm, không được sửa.',
  removed: 'Nhật ký chỉ được thêm, không được xóa.',
  loose: 'Mục nhật ký phải nối tiếp mục cuối của đơn vị.',
  head: 'Đầu chuỗi nhật ký chỉ tiến theo mục mới.',
};

const sqlite: Record<string, string> = Object.fromEntries(
  Object.entries({
    // REPLACE removes a row without asking the trigger on DELETE.
    history_follows: [
      `BEFORE INSERT ON history WHEN NOT EXISTS (${follows}) OR EXISTS (SELECT 1 FROM history WHERE id = NEW.id)`,
      refuse('loose'),
    ],
    history_moves_head: ['AFTER INSERT ON history', moveOn],
    history_stays: [`BEFORE UPDATE ON history WHEN NOT (${isErasure})`, refuse('changed')],
    history_is_kept: ['BEFORE DELETE ON history', refuse('removed')],
    head_begins: [
      `BEFORE INSERT ON history_head WHEN NEW.seq <> 0 OR EXISTS (SELECT 1 FROM history_head WHERE unit_id = NEW.unit_id)`,
      refuse('head'),
    ],
    head_steps_on: [`BEFORE UPDATE ON history_head WHEN NOT (${stepsOn} AND EXISTS (${isEntry}))`, refuse('head')],
    head_is_kept: ['BEFORE DELETE ON history_head', refuse('head')],
  }).map(([name, [when, what]]) => [name, `CREATE TRIGGER ${name} ${when} BEGIN ${what}; END`]),
);

function refuse(sentence: keyof typeof sentences): string {
  return `SELECT RAISE(ABORT, '${sentences[sentence]}')`;
}

const refusing = (sentence: keyof typeof sentences) => `history_refuse('${sentences[sentence]}')`;
const postgres: Record<string, string> = {
  history_follows: 'AFTER INSERT ON history FOR EACH ROW EXECUTE FUNCTION history_follow()',
  history_stays: `BEFORE UPDATE ON history FOR EACH ROW WHEN (NOT (${isErasure})) EXECUTE FUNCTION ${refusing('changed')}`,
  history_is_kept: `BEFORE DELETE ON history FOR EACH ROW EXECUTE FUNCTION ${refusing('removed')}`,
  history_is_not_emptied: `BEFORE TRUNCATE ON history EXECUTE FUNCTION ${refusing('removed')}`,
  head_begins: `BEFORE INSERT ON history_head FOR EACH ROW WHEN (NEW.seq <> 0) EXECUTE FUNCTION ${refusing('head')}`,
  head_steps_on: 'BEFORE UPDATE ON history_head FOR EACH ROW EXECUTE FUNCTION history_head_step()',
  head_is_kept: `BEFORE DELETE ON history_head FOR EACH ROW EXECUTE FUNCTION ${refusing('head')}`,
  head_is_not_emptied: `BEFORE TRUNCATE ON history_head EXECUTE FUNCTION ${refusing('head')}`,
};

const raise = (sentence: string) => `RAISE EXCEPTION USING MESSAGE = ${sentence}, ERRCODE = 'restrict_violation'`;
const functions = [
  `history_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${raise('TG_ARGV[0]')}; END $$`,
  `history_follow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
     ${moveOn} AND seq = NEW.seq - 1 AND hash = NEW.prev_hash;
     IF NOT FOUND THEN ${raise(`'${sentences.loose}'`)}; END IF;
     RETURN NULL;
   END $$`,
  `history_head_step() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
     IF NOT (${stepsOn} AND EXISTS (${isEntry})) THEN ${raise(`'${sentences.head}'`)}; END IF;
     RETURN NEW;
   END $$`,
];

/** The guards that are not in place, by name. */
export async function missingGuards({ query, type }: Asked): Promise<string[]> {
  const rows = await query(
    type === 'postgres'
      ? "SELECT tgname AS name FROM pg_trigger WHERE tgrelid IN ('history'::regclass, 'history_head'::regclass) AND tgenabled = 'O'"
      : "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('history', 'history_head')",
  );
  const there = new Set((rows as { name: string }[]).map(({ name }) => name));
  return Object.keys(type === 'postgres' ? postgres : sqlite).filter((name) => !there.has(name));
}

/** Puts in place what makes the database itself refuse to change or remove history. Runs after every migration. */
export async function guardHistory(asked: Asked): Promise<void> {
  const missing = await missingGuards(asked);
  if (missing.length === 0) return;
  if (asked.type === 'postgres') for (const text of functions) await asked.query(`CREATE OR REPLACE FUNCTION ${text}`);
  for (const name of missing) {
    await asked.query(drop(name, asked.type));
    await asked.query(asked.type === 'postgres' ? `CREATE TRIGGER ${name} ${postgres[name]}` : sqlite[name]!);
  }
}

/** For a migration that alters `history`: SQLite copies and drops the table to do so. `guardHistory` follows it. */
export async function unguardHistory({ query, type }: Asked): Promise<void> {
  for (const name of Object.keys(type === 'postgres' ? postgres : sqlite)) await query(drop(name, type));
}

const drop = (name: string, type: Asked['type']): string =>
  `DROP TRIGGER IF EXISTS ${name}${type === 'postgres' ? ` ON ${name.startsWith('head') ? 'history_head' : 'history'}` : ''}`;
