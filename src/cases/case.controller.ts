import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiHeader, ApiTags } from '@nestjs/swagger';
import contentDisposition from 'content-disposition';
import type {} from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Me, Roles, type Officer } from '../platform/officer.js';
import { RowId } from '../platform/validation.js';
import { AddToCase } from './add-to-case.js';
import { AssignCase } from './assign-case.js';
import {
  ActDto,
  AddPeopleDto,
  AssignDto,
  CaseListDto,
  ContactDto,
  CorrectDto,
  LinkDto,
  MergeDto,
  NoteDto,
  OpenCaseDto,
  ReopenDto,
  UndoMergeDto,
} from './case.dto.js';
import { CaseListQuery } from './case-list.query.js';
import { CaseQuery } from './case.query.js';
import { ChangeState } from './change-state.js';
import { CorrectCase } from './correct-case.js';
import { DocumentQuery } from './document.query.js';
import { LinkCase } from './link-case.js';
import { MergePetitions } from './merge-petitions.js';
import { OpenCase } from './open-case.js';
import { ReopenCase } from './reopen-case.js';
import { readUpload } from './read-upload.js';

const KEY = 'idempotency-key';

@ApiTags('cases')
@Controller('api/cases')
@Roles('clerk', 'officer', 'supervisor')
export class CaseController {
  constructor(
    private readonly list: CaseListQuery,
    private readonly query: CaseQuery,
    private readonly openCase: OpenCase,
    private readonly changeState: ChangeState,
    private readonly correctCase: CorrectCase,
    private readonly reopenCase: ReopenCase,
    private readonly assignCase: AssignCase,
    private readonly linkCase: LinkCase,
    private readonly petitions: MergePetitions,
    private readonly add: AddToCase,
    private readonly documents: DocumentQuery,
  ) {}

  @Get()
  find(@Query() filter: CaseListDto, @Me() officer: Officer) {
    return this.list.run(filter, officer);
  }

  /** Opens a case. The same idempotency key gives the first answer again. */
  @Post()
  @ApiHeader({ name: KEY, required: false })
  open(@Body() body: OpenCaseDto, @Me() officer: Officer, @Headers(KEY) key?: string) {
    return this.openCase.run(body, officer, key);
  }

  /** A case by its number or its code. */
  @Get(':id')
  show(@Param('id') id: string, @Me() officer: Officer) {
    return this.query.show(id, officer);
  }

  @Post(':id/actions/:action')
  @HttpCode(200)
  @ApiHeader({ name: KEY, required: false })
  act(
    @Param('id') id: string,
    @Param('action') action: string,
    @Body() body: ActDto,
    @Me() officer: Officer,
    @Headers(KEY) key?: string,
  ) {
    return this.changeState.run(id, action, body, officer, key);
  }

  @Post(':id/corrections')
  @HttpCode(200)
  @Roles('officer', 'supervisor')
  correct(@Param('id') id: string, @Body() body: CorrectDto, @Me() officer: Officer) {
    return this.correctCase.run(id, body, officer);
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @Roles('officer', 'supervisor')
  reopen(@Param('id') id: string, @Body() body: ReopenDto, @Me() officer: Officer) {
    return this.reopenCase.run(id, body, officer);
  }

  @Post(':id/assignee')
  @HttpCode(200)
  assign(@Param('id') id: string, @Body() body: AssignDto, @Me() officer: Officer) {
    return this.assignCase.run(id, body.version, body.assigneeId ?? null, officer, body.note);
  }

  @Post(':id/links')
  @HttpCode(200)
  link(@Param('id') id: string, @Body() body: LinkDto, @Me() officer: Officer) {
    return this.linkCase.run(id, body.version, body.type, body.to ?? null, officer);
  }

  @Post(':id/merge')
  @HttpCode(200)
  merge(@Param('id') id: string, @Body() body: MergeDto, @Me() officer: Officer) {
    return this.petitions.merge(id, body.version, body.into, officer, body.keepReceivedOn);
  }

  @Post(':id/undo-merge')
  @HttpCode(200)
  undoMerge(@Param('id') id: string, @Body() body: UndoMergeDto, @Me() officer: Officer) {
    return this.petitions.undo(id, body.version, officer, body.reason);
  }

  /** A dated visit, persuasion, dialogue or offer. */
  @Post(':id/contacts')
  contact(@Param('id') id: string, @Body() body: ContactDto, @Me() officer: Officer) {
    return this.add.contact(id, body, officer);
  }

  @Post(':id/notes')
  note(@Param('id') id: string, @Body() body: NoteDto, @Me() officer: Officer) {
    return this.add.note(id, body.note, officer);
  }

  @Post(':id/people')
  people(@Param('id') id: string, @Body() body: AddPeopleDto, @Me() officer: Officer) {
    return this.add.people(id, body.version, body.people, officer);
  }

  /** A paper with its scan: multipart fields `name`, `number`, `on` before the part `file`. */
  @Post(':id/documents')
  @ApiConsumes('multipart/form-data')
  async document(@Param('id') id: string, @Req() request: FastifyRequest, @Me() officer: Officer) {
    const { paper, scan } = await readUpload(request);
    return this.add.document(id, paper, scan, officer);
  }

  @Get(':id/documents/:document/file')
  async file(
    @Param('id') id: string,
    @Param('document', RowId) document: number,
    @Me() officer: Officer,
    @Res() reply: FastifyReply,
  ) {
    const { fileName, mediaType, content } = await this.documents.file(id, document, officer);
    return reply
      .header('content-type', mediaType)
      .header('content-disposition', contentDisposition(fileName))
      .header('x-content-type-options', 'nosniff')
      .send(content);
  }
}
