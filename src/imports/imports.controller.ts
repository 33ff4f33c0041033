import { Body, Controller, Get, HttpCode, Module, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { May } from '../access/may.js';
import { readForm } from '../cases/read-upload.js';
import { sendDownload } from '../cases/send-download.js';
import { DomainError } from '../domain/errors.js';
import { mediaTypes } from '../office/media-types.js';
import { Me, type Officer } from '../platform/officer.js';
import { Weight } from '../platform/rate-limits.js';
import { requestInHand } from '../platform/request-context.js';
import { RowId } from '../platform/validation.js';
import { VirusScan } from '../platform/virus-scan.js';
import { ExportCurrent } from './export-current.js';
import { importKinds, type ImportKind } from './import-columns.js';
import {
  ApplyImportDto,
  CheckImportDto,
  CurrentFileDto,
  ImportKindDto,
  ImportRowsDto,
  ImportUploadDto,
} from './import.dto.js';
import type { ImportPageView, ImportRowsView, ImportView } from './import.view.js';
import { ManageImports } from './manage-imports.js';
import { sampleWorkbook } from './sample-workbook.js';

const ofCases = importKinds.filter((kind) => kind !== 'accounts');
const ofAccounts = ['accounts'] as const;

async function readWorkbookForm(request: FastifyRequest, scanner: VirusScan) {
  if (!request.isMultipart()) throw new DomainError('bad-input', 'Hãy gửi tệp dạng biểu mẫu (multipart/form-data).');
  const { texts, scan } = await readForm(request);
  requestInHand()?.once?.alsoAsked(JSON.stringify(texts), scan?.fileName ?? '', scan?.content ?? '');
  if (!scan)
    throw new DomainError('missing-field', 'Chưa chọn tệp Excel.', [
      { code: 'missing-field', field: 'file', detail: 'Hãy chọn tệp .xlsx hoặc .csv.' },
    ]);
  await scanner.requireClean(scan.content);
  return { kind: texts.kind, file: scan };
}

async function sendSample(reply: FastifyReply, kind: ImportKind) {
  return sendDownload(reply, {
    fileName: `mau-nhap-${kind}.xlsx`,
    mediaType: mediaTypes.xlsx,
    content: await sampleWorkbook(kind),
  });
}

async function sendCurrent(reply: FastifyReply, as: 'xlsx' | 'csv', file: ReturnType<ExportCurrent['run']>) {
  return sendDownload(reply, { ...file, mediaType: mediaTypes[as] });
}

/** Households, graves, petitions and payments from a workbook. */
@ApiTags('imports')
@Controller('api/imports')
class ImportsController {
  constructor(
    private readonly imports: ManageImports,
    private readonly current: ExportCurrent,
    private readonly scanner: VirusScan,
  ) {}

  /** The latest ones: one's own; of a supervisor the unit's. */
  @Get()
  @May('import case')
  listImports(@Me() officer: Officer): Promise<ImportView[]> {
    return this.imports.list(officer, ofCases);
  }

  /** Hands a workbook in; the answer shows its first rows and how its columns were understood. */
  @Post()
  @May('import case')
  @Weight(20)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ImportUploadDto })
  async uploadImport(@Req() request: FastifyRequest, @Me() officer: Officer): Promise<ImportPageView> {
    const { kind, file } = await readWorkbookForm(request, this.scanner);
    const known = ofCases.find((each) => each === kind);
    if (!known) throw new DomainError('bad-input', 'Chưa chọn loại dữ liệu: hộ, mộ, đơn thư hoặc chi trả.');
    return this.imports.upload(known, file, officer);
  }

  /** A workbook with the headers and one example. */
  @Get('samples/:kind')
  @May('import case')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async downloadImportSample(@Param() { kind }: ImportKindDto, @Res() reply: FastifyReply) {
    if (kind === 'accounts') throw new DomainError('not-found', 'Mẫu tài khoản ở màn hình Tài khoản.');
    return sendSample(reply, kind);
  }

  /** What the officer may list of a kind, in the columns of its import; handed in again it changes nothing. */
  @Get('current/:kind')
  @May('import case')
  @Weight(20)
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async downloadImportCurrent(
    @Param() { kind }: ImportKindDto,
    @Query() { as }: CurrentFileDto,
    @Me() officer: Officer,
    @Res() reply: FastifyReply,
  ) {
    if (kind === 'accounts') throw new DomainError('not-found', 'Tài khoản có sẵn: tải ở phần nhập tài khoản.');
    return sendCurrent(reply, as, this.current.run(kind, as, officer));
  }

  @Get(':id')
  @May('import case')
  showImport(@Param('id', RowId) id: number, @Me() officer: Officer): Promise<ImportPageView> {
    return this.imports.show(id, officer, ofCases);
  }

  /** Rows of the dry run. */
  @Get(':id/rows')
  @May('import case')
  listImportRows(
    @Param('id', RowId) id: number,
    @Query() filter: ImportRowsDto,
    @Me() officer: Officer,
  ): Promise<ImportRowsView> {
    return this.imports.rows(id, filter, officer, ofCases);
  }

  /** Starts the dry run. */
  @Post(':id/check')
  @HttpCode(202)
  @May('import case')
  checkImport(
    @Param('id', RowId) id: number,
    @Body() body: CheckImportDto,
    @Me() officer: Officer,
  ): Promise<ImportView> {
    return this.imports.check(id, body, officer, ofCases);
  }

  /** Starts writing what the dry run showed, all in one transaction. */
  @Post(':id/apply')
  @HttpCode(202)
  @May('import case')
  applyImport(
    @Param('id', RowId) id: number,
    @Body() body: ApplyImportDto,
    @Me() officer: Officer,
  ): Promise<ImportView> {
    return this.imports.apply(id, body, officer, ofCases);
  }

  /** Takes all of it back, or nothing where somebody has worked on one of its cases. */
  @Post(':id/take-back')
  @HttpCode(202)
  @May('import case')
  takeBackImport(@Param('id', RowId) id: number, @Me() officer: Officer): Promise<ImportView> {
    return this.imports.takeBack(id, officer, ofCases);
  }
}

/** The same for the people who sign in. */
@ApiTags('imports')
@Controller('api/account-imports')
class AccountImportsController {
  constructor(
    private readonly imports: ManageImports,
    private readonly current: ExportCurrent,
    private readonly scanner: VirusScan,
  ) {}

  @Get()
  @May('manage account')
  listAccountImports(@Me() officer: Officer): Promise<ImportView[]> {
    return this.imports.list(officer, ofAccounts);
  }

  @Post()
  @May('manage account')
  @Weight(20)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ImportUploadDto })
  async uploadAccountImport(@Req() request: FastifyRequest, @Me() officer: Officer): Promise<ImportPageView> {
    return this.imports.upload('accounts', (await readWorkbookForm(request, this.scanner)).file, officer);
  }

  @Get('sample')
  @May('manage account')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async downloadAccountImportSample(@Res() reply: FastifyReply) {
    return sendSample(reply, 'accounts');
  }

  /** The accounts in use, in the columns of their import, without any secret. */
  @Get('current')
  @May('manage account')
  @Weight(20)
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async downloadAccountImportCurrent(
    @Query() { as }: CurrentFileDto,
    @Me() officer: Officer,
    @Res() reply: FastifyReply,
  ) {
    return sendCurrent(reply, as, this.current.run('accounts', as, officer));
  }

  @Get(':id')
  @May('manage account')
  showAccountImport(@Param('id', RowId) id: number, @Me() officer: Officer): Promise<ImportPageView> {
    return this.imports.show(id, officer, ofAccounts);
  }

  @Get(':id/rows')
  @May('manage account')
  listAccountImportRows(
    @Param('id', RowId) id: number,
    @Query() filter: ImportRowsDto,
    @Me() officer: Officer,
  ): Promise<ImportRowsView> {
    return this.imports.rows(id, filter, officer, ofAccounts);
  }

  @Post(':id/check')
  @HttpCode(202)
  @May('manage account')
  checkAccountImport(
    @Param('id', RowId) id: number,
    @Body() body: CheckImportDto,
    @Me() officer: Officer,
  ): Promise<ImportView> {
    return this.imports.check(id, body, officer, ofAccounts);
  }

  @Post(':id/apply')
  @HttpCode(202)
  @May('manage account')
  applyAccountImport(
    @Param('id', RowId) id: number,
    @Body() body: ApplyImportDto,
    @Me() officer: Officer,
  ): Promise<ImportView> {
    return this.imports.apply(id, body, officer, ofAccounts);
  }

  @Post(':id/take-back')
  @HttpCode(202)
  @May('manage account')
  takeBackAccountImport(@Param('id', RowId) id: number, @Me() officer: Officer): Promise<ImportView> {
    return this.imports.takeBack(id, officer, ofAccounts);
  }
}

@Module({ controllers: [ImportsController, AccountImportsController], providers: [ManageImports, ExportCurrent] })
export class ImportsModule {}
