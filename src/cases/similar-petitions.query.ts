import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource } from 'typeorm';
import { reach } from '../access/reach.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { wordPairs } from '../domain/search-text.js';
import { ask } from '../platform/ask.js';
import type { Officer } from '../platform/officer.js';
import { READ } from '../platform/connections.js';
import { CaseFile } from './case-file.entity.js';
import { CasePerson } from './case-person.entity.js';
import type { SimilarPetitions } from './similar-petitions.view.js';

/** Pairs of the typed text the database looks for, and the petitions it hands on to be compared. */
const lookedFor = 24;
const candidates = 60;
const shownPercent = 30;
const shownAtMost = 5;

/**
 * Petitions that look like the one being typed. A Vietnamese word is mostly two syllables, so pairs of neighbouring
 * syllables tell texts apart where single ones ("đất", "nhà") would not.
 */
@Injectable()
export class SimilarPetitionsQuery {
  constructor(@InjectDataSource(READ) private readonly database: DataSource) {}

  async run(officer: Officer, content: string, personId?: number): Promise<SimilarPetitions> {
    const { manager } = this.database;
    const pairs = wordPairs(content);
    if (pairs.size < 2) return { items: [] };
    const step = Math.max(1, pairs.size / lookedFor);
    const looked = Array.from({ length: Math.min(lookedFor, pairs.size) }, (_, i) => [...pairs][Math.floor(i * step)]!);
    const { sql, parameters } = reach(officer);
    const rows = await ask<{ id: number }>(
      manager,
      `SELECT id FROM (
         SELECT c.id AS id, ${looked.map((_, i) => `CASE WHEN c.search LIKE :pair${i} THEN 1 ELSE 0 END`).join(' + ')} AS score
         FROM case_file c
         WHERE ${sql} AND c.kind = 'citizen-petition' AND c.protected = false AND c.merged_into_id IS NULL
       ) scored WHERE score > 1 ORDER BY score DESC, id DESC LIMIT ${candidates}`,
      { ...parameters, ...Object.fromEntries(looked.map((pair, i) => [`pair${i}`, `%${pair}%`])) },
    );
    const ids = rows.map(({ id }) => id);
    const files = await manager.findBy(CaseFile, { id: In(ids) });
    const theirs = new Set(
      personId === undefined
        ? []
        : (await manager.findBy(CasePerson, { caseId: In(ids), personId })).map(({ caseId }) => caseId),
    );
    return {
      items: files
        .map((file) => ({
          file,
          samePerson: theirs.has(file.id),
          shared: sharedPercent(pairs, wordPairs(textOf(file))),
        }))
        .filter(({ shared }) => shared >= shownPercent)
        .sort((a, b) => +b.samePerson - +a.samePerson || b.shared - a.shared || b.file.id - a.file.id)
        .slice(0, shownAtMost)
        .map(({ file: { id, code, title, kind, variant, state, phase, openedOn, version }, samePerson, shared }) => {
          const { vi, en } = workflowOf(kind).states[state]!;
          return {
            id,
            code,
            title,
            variant,
            state,
            stateVi: vi,
            stateEn: en,
            phase,
            openedOn,
            version,
            samePerson,
            shared,
          };
        }),
    };
  }
}

const textOf = ({ title, fields }: CaseFile) => String(fields.content ?? title);

function sharedPercent(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return Math.round((100 * shared) / Math.max(1, Math.min(a.size, b.size)));
}
