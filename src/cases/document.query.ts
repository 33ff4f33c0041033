import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { requireSecrets } from '../access/secrets.js';
import { DomainError } from '../domain/errors.js';
import type { Officer } from '../platform/officer.js';
import { READ } from '../platform/connections.js';
import { FileStore } from '../platform/file-store.js';
import { CaseFile } from './case-file.entity.js';
import { CaseDocument } from './document.entity.js';
import { eyesOf } from './eyes.js';
import { findCase, mergedInto } from './find-case.js';

/** A file as it is sent. */
export interface Download {
  fileName: string;
  mediaType: string;
  content: Buffer;
}

@Injectable()
export class DocumentQuery {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    private readonly files: FileStore,
  ) {}

  /**
   * A scan of the case, or of a petition merged into it.
   * @throws DomainError protected-case, or reason-needed for whoever may open it and has given none
   */
  async file(idOrCode: string, documentId: number, officer: Officer, withReason = false): Promise<Download> {
    const { manager } = this.database;
    const file = await findCase(manager, officer, idOrCode, 'open');
    const document = await manager.findOneBy(CaseDocument, { id: documentId, unitId: file.unitId });
    const mine =
      document &&
      (document.caseId === file.id ||
        (await mergedInto(manager, file)).some((duplicate) => duplicate.id === document.caseId));
    if (!mine || !document.storedAs) throw new DomainError('not-found', 'Không có tệp này trong hồ sơ.');
    const owner = document.caseId === file.id ? file : await manager.findOneByOrFail(CaseFile, { id: document.caseId });
    await requireSecrets(manager, officer, owner);
    if (owner.protected && !withReason)
      throw new DomainError('reason-needed', 'Giấy tờ của đơn được bảo vệ: hãy ghi lý do mở xem.');
    const eyes = await eyesOf(manager, officer, [owner], withReason);
    return {
      fileName: eyes.content(owner.id, document.fileName) ?? 'tai-lieu',
      mediaType: document.mediaType ?? 'application/octet-stream',
      content: await this.files.read({ storedAs: document.storedAs, fileKey: document.fileKey }),
    };
  }
}
