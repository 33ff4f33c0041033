import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, LessThan, type DataSource, type EntityManager } from 'typeorm';
import type { Worker } from 'node:worker_threads';
import { DomainError } from '../domain/errors.js';
import { later, type Instant } from '../domain/plain-date.js';
import { Account } from '../people/account.entity.js';
import { noteChange } from '../platform/changes.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/config-token.js';
import { READ } from '../platform/connections.js';
import { DatabaseFile } from '../platform/database-file.js';
import { FileStore } from '../platform/file-store.js';
import type { Officer } from '../platform/officer.js';
import { inRequest, requestInHand } from '../platform/request-context.js';
import { Sealing } from '../platform/sealing.js';
import { Transaction } from '../platform/transaction.js';
import { withoutPersonalData } from '../platform/without-personal-data.js';
import { chunksOf, keyAbout, keyOfImport } from './chunks.js';
import type { ApplyImportDto, CheckImportDto, ImportRowsDto } from './import.dto.js';
import { columnsOf, type ImportKind } from './import-columns.js';
import { ImportChunk, ImportFile, ImportHeader, type Choice, type ImportState } from './import-file.entity.js';
import { fewRows, inThread, type Job } from './import-thread.js';
import { applyRows, checkRows, keepChecked, takeBackRows } from './import-work.js';
import type { ImportPageView, ImportRowsView, ImportRowView, ImportView } from './import.view.js';
import type { SheetLook } from './look-into.js';
import { headerKey } from './match-headers.js';
import { showRow } from './show-row.js';

/** An import can be taken back, and its dry run read, for so long; then its contents are forgotten. */
const keptDays = 30;
const rowsPerPage = 100;
const fewBytes = 200_000;
const rowsOf = ({ counts }: ImportFile) => (counts ? counts.new + counts.changed + counts.unchanged + counts.error : 0);
/** A payment is a step of the workflow, by which terms ended and began: it is mended in its case, where history tells why. */
const paymentsStay =
  'Chi trả đã ghi là một bước của quy trình nên không rút lại cả lần nhập. Sai số tiền hoặc ngày chi: mở từng hồ sơ và đính chính. Ghi nhầm hộ: ghi chú vào hồ sơ đó và báo lãnh đạo.';
/** A portion under way is finished before a stop is heeded. */
const stoppingMs = 15_000;

const underWay: Partial<Record<ImportState, { what: Job['what']; before: ImportState }>> = {
  checking: { what: 'check', before: 'looked' },
  applying: { what: 'apply', before: 'checked' },
  'taking-back': { what: 'take-back', before: 'applied' },
};

/** Which imports a request is about: those of cases and those of accounts are different people's. */
type Kinds = readonly ImportKind[];

/**
 * Workbooks from hand-in to being taken back. Reading, checking and writing happen in a thread, one job per import;
 * here is what the officer's requests ask, and the door through which the thread writes.
 */
@Injectable()
export class ManageImports implements OnApplicationShutdown {
  private readonly log = new Logger(ManageImports.name);
  private readonly progress = new Map<number, { done: number; total: number }>();
  private readonly threads = new Set<Worker>();

  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly sealing: Sealing,
    private readonly databaseFile: DatabaseFile,
    @Inject(CONFIG) private readonly config: Config,
    @InjectDataSource(READ) private readonly database: DataSource,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    const ended = [...this.threads].map((thread) => new Promise((resolve) => thread.once('exit', resolve)));
    for (const thread of this.threads) thread.postMessage('stop');
    await Promise.race([Promise.all(ended), new Promise((resolve) => setTimeout(resolve, stoppingMs).unref())]);
  }

  /** Keeps the workbook, sealed, once its first rows could be read. */
  async upload(
    kind: ImportKind,
    file: { fileName: string; content: Buffer },
    officer: Officer,
  ): Promise<ImportPageView> {
    const remembered = await this.remembered(kind, officer.unitId);
    const { fileName, content } = file;
    const job = this.job('look', kind, officer, { content: new Uint8Array(content), fileName, remembered });
    const { looks } = await this.run(job, {});
    const sealedKey = this.sealing.newKey(keyAbout);
    const key = this.sealing.keyFrom(sealedKey, keyAbout);
    const kept = await this.files.keep(content);
    const now = this.clock.now();
    const id = await this.transaction
      .run(async (manager) => {
        await forgetOld(manager, officer.unitId, now, this.files);
        const row = manager.create(ImportFile, {
          ...{ unitId: officer.unitId, accountId: officer.id, kind, ...kept, sealedKey, state: 'looked' as const },
          ...{ fileName: key.seal(fileName), sheets: key.seal(JSON.stringify(looks ?? [])) },
          ...{ choice: null, counts: null, refusal: null, at: now, since: now },
        });
        await manager.insert(ImportFile, row);
        return row.id;
      })
      .catch(async (error: unknown) => {
        await this.files.remove(kept.storedAs);
        throw error;
      });
    return this.show(id, officer, [kind]);
  }

  async list(officer: Officer, kinds: Kinds): Promise<ImportView[]> {
    const where = {
      unitId: officer.unitId,
      kind: In(kinds),
      ...(officer.role !== 'supervisor' && { accountId: officer.id }),
    };
    const files = await this.database.manager.find(ImportFile, { where, order: { id: 'DESC' }, take: 20 });
    return Promise.all(files.map((file) => this.view(file)));
  }

  async show(id: number, officer: Officer, kinds: Kinds): Promise<ImportPageView> {
    const file = await this.find(id, officer, kinds);
    const key = keyOfImport(this.database.manager, file);
    const looks = key && file.sheets ? (JSON.parse(key.open(file.sheets)) as SheetLook[]) : [];
    return {
      ...(await this.view(file)),
      columns: columnsOf[file.kind].map(({ name, vi, en, required = false }) => ({ name, vi, en, required })),
      sheets: looks.map(({ columns, ...look }) => ({
        ...look,
        columns: Object.entries(columns).map(([name, at]) => ({ name, at })),
      })),
    };
  }

  /** Rows of the dry run, all or of one status. */
  async rows(id: number, { status, from = 0 }: ImportRowsDto, officer: Officer, kinds: Kinds): Promise<ImportRowsView> {
    const file = await this.find(id, officer, kinds);
    const shown: ImportRowView[] = [];
    for await (const { seq, rows } of chunksOf(this.database.manager, file, from)) {
      shown.push(...rows.filter((row) => !status || row.status === status).map((row) => showRow(file.kind, row)));
      if (shown.length >= rowsPerPage) return { rows: shown, next: seq + 1 };
    }
    return { rows: shown, next: null };
  }

  async check(id: number, given: CheckImportDto, officer: Officer, kinds: Kinds): Promise<ImportView> {
    const { eraseBlank = false, whole = true, sheet, headerRow, project } = given;
    const columns = Object.fromEntries(given.columns.map(({ name, at }) => [name, at]));
    const choice: Choice = { sheet, headerRow, columns, eraseBlank, whole, ...(project && { project }) };
    const begun = await this.begin(id, officer, kinds, ['looked', 'checked'], 'checking', async (manager, file) => {
      const unknown = given.columns.find(({ name }) => !columnsOf[file.kind].some((column) => column.name === name));
      if (unknown) throw new DomainError('unknown-column', `Không có cột "${unknown.name}" trong mẫu nhập này.`);
      await this.remember(manager, file, choice);
      return { choice, counts: null };
    });
    return begun;
  }

  apply(id: number, { rows }: ApplyImportDto, officer: Officer, kinds: Kinds): Promise<ImportView> {
    return this.begin(id, officer, kinds, ['checked'], 'applying', () => Promise.resolve({}), rows);
  }

  /** @throws DomainError `import-stays` for payments */
  takeBack(id: number, officer: Officer, kinds: Kinds): Promise<ImportView> {
    return this.begin(id, officer, kinds, ['applied'], 'taking-back', (_, { kind }) => {
      if (kind === 'payments') throw new DomainError('import-stays', paymentsStay);
      return Promise.resolve({});
    });
  }

  /** Notes the new state, and starts the thread that carries it out. */
  private async begin(
    id: number,
    officer: Officer,
    kinds: Kinds,
    from: readonly ImportState[],
    state: ImportState,
    change: (manager: EntityManager, file: ImportFile) => Promise<Partial<ImportFile>>,
    chosen?: number[],
  ): Promise<ImportView> {
    await this.find(id, officer, kinds);
    const file = await this.transaction.run(async (manager) => {
      const file = this.settled(await manager.findOneByOrFail(ImportFile, { id }));
      if (file.sealedKey === null)
        throw new DomainError('import-forgotten', `Nội dung lần nhập này đã xóa sau ${keptDays} ngày.`);
      if (!from.includes(file.state))
        throw new DomainError('import-not-open', 'Lần nhập này đang chạy hoặc đã qua bước đó; hãy tải lại trang.');
      const next = { state, refusal: null, since: this.clock.now(), ...(await change(manager, file)) };
      await manager.update(ImportFile, { id }, next);
      return { ...file, ...next };
    });
    if (!this.progress.has(id)) {
      this.progress.set(id, { done: 0, total: 0 });
      const { id: requestId, address = '' } = requestInHand() ?? {};
      void inRequest({ id: requestId, address, officer }, () => this.carryOut(file, officer, chosen));
    }
    return this.view(file);
  }

  private async carryOut(file: ImportFile, officer: Officer, chosen?: number[]): Promise<void> {
    const { id } = file;
    const { what, before } = underWay[file.state]!;
    try {
      if (what !== 'check' && rowsOf(file) <= fewRows) {
        const work = { officer, now: this.clock.now(), tell: () => undefined };
        await this.transaction.run(async (manager) => {
          if (what === 'apply') await applyRows(manager, file, chosen && new Set(chosen), work);
          else await takeBackRows(manager, file, work);
          noteChange(manager, { type: 'cases', unitId: officer.unitId });
        });
        return;
      }
      const reads =
        what === 'check'
          ? {
              content: new Uint8Array(await this.files.read({ storedAs: file.storedAs!, fileKey: file.fileKey })),
              fileName: keyOfImport(this.database.manager, file)!.open(file.fileName),
            }
          : {};
      if (what === 'check' && (await this.checkFew(file, officer, reads))) return;
      const job = this.job(what, file.kind, officer, { importId: id, ...reads, ...(chosen && { chosen }) });
      await this.run(job, { progress: (of) => this.progress.set(id, of) });
      // What is written is written, also where the screens that are open cannot be told.
      if (what !== 'check')
        await this.transaction
          .run((manager) => Promise.resolve(noteChange(manager, { type: 'cases', unitId: officer.unitId })))
          .catch((error: unknown) => this.log.error(withoutPersonalData(error)));
    } catch (error) {
      if (!(error instanceof DomainError)) this.log.error(withoutPersonalData(error));
      const refusal =
        error instanceof DomainError
          ? { code: error.code, detail: error.message }
          : { code: 'unexpected', detail: 'Máy chủ gặp lỗi chưa lường trước; chưa có gì được ghi. Hãy thử lại.' };
      await this.transaction
        .run((manager) => manager.update(ImportFile, { id }, { state: before, refusal, since: this.clock.now() }))
        .catch((again: unknown) => this.log.error(withoutPersonalData(again)));
    } finally {
      this.progress.delete(id);
    }
  }

  /** A small workbook is read in a thread, as every one is, and looked through here. False when it is not small. */
  private async checkFew(file: ImportFile, officer: Officer, reads: Partial<Job>): Promise<boolean> {
    if (reads.content!.length > fewBytes) return false;
    const { sheets } = await this.run(this.job('read', file.kind, officer, reads), {});
    if (!sheets) return false;
    const whole = sheets.map(({ rows, ...sheet }) => ({ ...sheet, row: (index: number) => rows[index] ?? [] }));
    const work = { officer, now: this.clock.now(), tell: () => undefined };
    const checked = await checkRows(this.database.manager, file, whole, work);
    await this.transaction.run((manager) => keepChecked(manager, file, checked, work.now));
    return true;
  }

  private job(what: Job['what'], kind: ImportKind, officer: Officer, more: Partial<Job>): Job {
    const { databaseUrl, dataDir, secretKeyFile } = this.config;
    const address = requestInHand()?.address ?? '';
    return {
      what,
      kind,
      officer,
      address,
      now: this.clock.now(),
      config: { databaseUrl, dataDir, secretKeyFile },
      ...more,
    };
  }

  /** The thread writes while it stands in the door that every other writer of this process waits at. */
  private async run(job: Job, heard: { progress?(of: { done: number; total: number }): void }) {
    const door = (left: Promise<void>) =>
      new Promise<void>((opened, refused) => {
        if (this.config.databaseUrl) return opened();
        this.databaseFile.door
          .runExclusive(async () => {
            await this.databaseFile.same();
            opened();
            await left;
            await this.databaseFile.committed();
          })
          .catch(refused);
      });
    return inThread(job, { ...heard, door }, (thread) => {
      this.threads.add(thread);
      thread.once('exit', () => this.threads.delete(thread));
    });
  }

  /** Of a run that no thread carries on, the state before it: it was cut off, and wrote nothing. */
  private settled(file: ImportFile): ImportFile {
    const run = underWay[file.state];
    if (!run || this.progress.has(file.id)) return file;
    // Another process on the same database may be carrying it out.
    const old = later(this.clock.now(), -30 * 60_000);
    if (this.config.databaseUrl && file.since > old) return file;
    const refusal = { code: 'import-stopped', detail: 'Việc nhập bị ngắt giữa chừng, chưa ghi gì; hãy làm lại.' };
    return Object.assign(file, { state: run.before, refusal });
  }

  /** One's own; a supervisor sees those of the unit. */
  private async find(id: number, officer: Officer, kinds: Kinds): Promise<ImportFile> {
    const file = await this.database.manager.findOneBy(ImportFile, { id, unitId: officer.unitId, kind: In(kinds) });
    if (!file || (file.accountId !== officer.id && officer.role !== 'supervisor'))
      throw new DomainError('not-found', 'Không có lần nhập này.');
    return this.settled(file);
  }

  private async view(given: ImportFile): Promise<ImportView> {
    const file = this.settled(given);
    const { id, kind, state, at, since, counts, refusal } = file;
    const { manager } = this.database;
    const by = (await manager.findOneBy(Account, { id: file.accountId }))?.name ?? '';
    const fileName = keyOfImport(manager, file)?.open(file.fileName) ?? null;
    return { id, kind, fileName, state, by, at, since, counts, refusal, progress: this.progress.get(id) ?? null };
  }

  private async remembered(kind: ImportKind, unitId: number): Promise<Record<string, string>> {
    const rows = await this.database.manager.findBy(ImportHeader, { unitId, kind });
    return Object.fromEntries(rows.map(({ header, column }) => [header, column]));
  }

  /** The headers as chosen now are matched so the next time. */
  private async remember(
    manager: EntityManager,
    file: ImportFile,
    { sheet, headerRow, columns }: Choice,
  ): Promise<void> {
    const key = keyOfImport(manager, file);
    const looks = key && file.sheets ? (JSON.parse(key.open(file.sheets)) as SheetLook[]) : [];
    const headers = looks.find(({ name }) => name === sheet)?.rows[headerRow - 1] ?? [];
    const { unitId, kind } = file;
    const rows = new Map<string, ImportHeader>();
    for (const [at, text] of headers.entries()) {
      const header = headerKey(text);
      const column = Object.entries(columns).find(([, place]) => place === at)?.[0] ?? '';
      if (header && !rows.has(header)) rows.set(header, { unitId, kind, header, column });
    }
    if (rows.size > 0) await manager.upsert(ImportHeader, [...rows.values()], ['unitId', 'kind', 'header']);
  }
}

/** Takes away the key, the rows and the workbook of imports whose time is over. */
async function forgetOld(manager: EntityManager, unitId: number, now: Instant, files: FileStore): Promise<void> {
  const before = later(now, -keptDays * 86_400_000);
  const old = await manager.findBy(ImportFile, { unitId, at: LessThan(before) });
  for (const { id, storedAs } of old.filter(({ sealedKey }) => sealedKey !== null)) {
    await manager.delete(ImportChunk, { importId: id });
    await manager.update(ImportFile, { id }, { sealedKey: null, fileKey: null, storedAs: null, sheets: null });
    if (storedAs) await files.remove(storedAs);
  }
}
