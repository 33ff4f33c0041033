import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource } from 'typeorm';
import { recordHistory } from '../audit/record-history.js';
import type { Download } from '../cases/document.query.js';
import { DomainError } from '../domain/errors.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { dayOf } from '../domain/plain-date.js';
import { Account } from '../people/account.entity.js';
import { mediaTypes } from '../office/media-types.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import { FileStore } from '../platform/file-store.js';
import type { Officer } from '../platform/officer.js';
import { Transaction } from '../platform/transaction.js';
import { fieldGroups, letterLoops, type LetterField } from './letter-fields.js';
import { letterKind, letterKinds } from './letter-kinds.js';
import { LetterTemplate } from './letter-template.entity.js';
import type { LetterFieldGroupView, LetterTemplatesView } from './letter-template.view.js';
import type { GivenTemplate } from './read-template.js';
import { TemplateInUse } from './template-in-use.js';

/** The templates of a ward: built in, or its own in kept versions. */
@Injectable()
export class KeepTemplates {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly inUse: TemplateInUse,
  ) {}

  async list({ unitId }: Officer): Promise<LetterTemplatesView> {
    const { manager } = this.database;
    const own = await manager.find(LetterTemplate, { where: { unitId }, order: { version: 'DESC' } });
    const authors = [...new Set(own.flatMap(({ accountId }) => accountId ?? []))];
    const names = new Map((await manager.findBy(Account, { id: In(authors) })).map(({ id, name }) => [id, name]));
    return {
      templates: letterKinds.map((letter) => ({
        kind: letter.id,
        vi: letter.vi,
        en: letter.en,
        symbol: letter.symbol,
        forVi: [...new Set(letter.for.map(({ kind }) => workflowOf(kind).vi))],
        versions: own
          .filter(({ kind }) => kind === letter.id)
          .map(({ id, version, fileName, size, inUse, accountId, at }) => ({
            ...{ id, version, fileName, size, inUse, at },
            by: accountId === null ? null : (names.get(accountId) ?? null),
          })),
      })),
      fields: fieldsShown(),
    };
  }

  /** The built-in template, or one of the ward's own versions. */
  async file(kind: string, which: 'built-in' | number, { unitId }: Officer): Promise<Download> {
    const letter = letterKind(kind);
    if (which === 'built-in')
      return {
        fileName: `Mẫu ${letter.vi}.docx`,
        mediaType: mediaTypes.docx,
        content: await this.inUse.shipped(letter),
      };
    const own = await this.database.manager.findOneBy(LetterTemplate, { id: which, kind, unitId });
    if (!own) throw new DomainError('not-found', 'Không có mẫu này.');
    return { fileName: own.fileName, mediaType: mediaTypes.docx, content: await this.files.read(own) };
  }

  /** A version of the ward's own, looked through already; it is in use from now on. */
  async upload(kind: string, given: GivenTemplate, officer: Officer): Promise<{ id: number; version: number }> {
    const letter = letterKind(kind);
    const at = this.clock.now();
    const { unitId } = officer;
    const kept = await this.files.keep(given.content);
    let used: string | undefined;
    try {
      const done = await this.transaction.run(async (manager) => {
        const version = ((await manager.maximum(LetterTemplate, 'version', { unitId, kind })) ?? 0) + 1;
        await manager.update(LetterTemplate, { unitId, kind, inUse: true }, { inUse: false });
        const { fileName, content } = given;
        const row = manager.create(LetterTemplate, {
          ...{ unitId, kind, version, fileName, ...kept, at },
          inUse: true,
          size: content.length,
          accountId: officer.id,
        });
        await manager.insert(LetterTemplate, row);
        await recordHistory(manager, {
          ...{ unitId, at, onDay: dayOf(at), accountId: officer.id },
          action: 'keep-template',
          after: { letter: letter.vi, version, fileName },
        });
        return { id: row.id, version, storedAs: kept.storedAs };
      });
      used = done.storedAs;
      return { id: done.id, version: done.version };
    } finally {
      if (used !== kept.storedAs) await this.files.remove(kept.storedAs);
    }
  }

  /** From now on the built-in template, or an earlier version of the ward's own. */
  async use(kind: string, version: number | null, officer: Officer): Promise<{ version: number | null }> {
    const letter = letterKind(kind);
    const at = this.clock.now();
    const { unitId } = officer;
    return this.transaction.run(async (manager) => {
      const wanted = version === null ? null : await manager.findOneBy(LetterTemplate, { unitId, kind, version });
      if (version !== null && !wanted) throw new DomainError('not-found', `Không có mẫu lần ${version}.`);
      await manager.update(LetterTemplate, { unitId, kind, inUse: true }, { inUse: false });
      if (wanted) await manager.update(LetterTemplate, { id: wanted.id }, { inUse: true });
      await recordHistory(manager, {
        ...{ unitId, at, onDay: dayOf(at), accountId: officer.id },
        action: wanted ? 'keep-template' : 'built-in-template',
        after: { letter: letter.vi, version },
      });
      return { version };
    });
  }
}

function fieldsShown(): LetterFieldGroupView[] {
  const shown = ({ name, meaning, example, typed }: LetterField) => ({ name, meaning, example, typed: typed ?? false });
  return [
    ...Object.entries(fieldGroups).map(([name, fields]) => ({
      ...{ name, loop: false, meaning: null },
      fields: fields.map(shown),
    })),
    ...letterLoops.map(({ name, meaning, fields }) => ({ name, loop: true, meaning, fields: fields.map(shown) })),
  ];
}
