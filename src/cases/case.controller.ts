import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type {} from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { May } from '../access/may.js';
import { GivenAgain } from '../platform/given-again.js';
import { Me, type Officer } from '../platform/officer.js';
import { Weight } from '../platform/rate-limits.js';
import { RowId } from '../platform/validation.js';
import { VirusScan } from '../platform/virus-scan.js';
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
  ShareDto,
  TakeBackDto,
  UndoMergeDto,
} from './case.dto.js';
import { CaseListQuery } from './case-list.query.js';
import { CaseQuery } from './case.query.js';
import type { CasePage } from './case-summary.view.js';
import type { CaseView } from './case.view.js';
import { ChangeState } from './change-state.js';
import type { Changed, DocumentAdded, NoteAdded } from './changed.view.js';
import { CorrectCase } from './correct-case.js';
import { DocumentQuery } from './document.query.js';
import { LinkCase } from './link-case.js';
import { MergePetitions } from './merge-petitions.js';
import { OpenCase } from './open-case.js';
import { ReopenCase } from './reopen-case.js';
import type { CaseShareView } from './case-share.view.js';
import { ShowCase } from './show-case.js';
import { sendDownload } from './send-download.js';
import { readUpload } from './read-upload.js';
import { TakeBackContact } from './take-back-contact.js';
import { UploadDto } from './upload.dto.js';

@ApiTags('cases')
@Controller('api/cases')
export class CaseController {
  constructor(
    private readonly list: CaseListQuery,
    private readonly query: CaseQuery,
    private readonly open: OpenCase,
    private readonly change: ChangeState,
    private readonly correct: CorrectCase,
    private readonly reopen: ReopenCase,
    private readonly assign: AssignCase,
    private readonly link: LinkCase,
    private readonly petitions: MergePetitions,
    private readonly add: AddToCase,
    private readonly contacts: TakeBackContact,
    private readonly documents: DocumentQuery,
    private readonly shares: ShowCase,
    private readonly scanner: VirusScan,
  ) {}

  @Get()
  @May('list case')
  @UseInterceptors(GivenAgain)
  findCases(@Query() filter: CaseListDto, @Me() officer: Officer): Promise<CasePage> {
    return this.list.run(filter, officer);
  }

  /** Opens a case. */
  @Post()
  @May('work case')
  openCase(@Body() body: OpenCaseDto, @Me() officer: Officer): Promise<Changed> {
    return this.open.run(body, officer);
  }

  /** A case by its number or its code. */
  @Get(':id')
  @May('open case')
  @UseInterceptors(GivenAgain)
  showCase(@Param('id') id: string, @Me() officer: Officer): Promise<CaseView> {
    return this.query.show(id, officer);
  }

  /** Takes a step of the workflow. */
  @Post(':id/actions/:action')
  @May('work case')
  @HttpCode(200)
  actOnCase(
    @Param('id') id: string,
    @Param('action') action: string,
    @Body() body: ActDto,
    @Me() officer: Officer,
  ): Promise<Changed> {
    return this.change.run(id, action, body, officer);
  }

  @Post(':id/corrections')
  @May('correct case')
  @HttpCode(200)
  correctCase(@Param('id') id: string, @Body() body: CorrectDto, @Me() officer: Officer): Promise<Changed> {
    return this.correct.run(id, body, officer);
  }

  @Post(':id/reopen')
  @May('mend case')
  @HttpCode(200)
  reopenCase(@Param('id') id: string, @Body() body: ReopenDto, @Me() officer: Officer): Promise<Changed> {
    return this.reopen.run(id, body, officer);
  }

  @Post(':id/assignee')
  @May('work case')
  @HttpCode(200)
  assignCase(@Param('id') id: string, @Body() body: AssignDto, @Me() officer: Officer): Promise<Changed> {
    return this.assign.run(id, body.version, body.assigneeId ?? null, officer, body.note);
  }

  @Post(':id/links')
  @May('work case')
  @HttpCode(200)
  linkCase(@Param('id') id: string, @Body() body: LinkDto, @Me() officer: Officer): Promise<Changed> {
    return this.link.run(id, body.version, body.type, body.to ?? null, officer);
  }

  @Post(':id/merge')
  @May('work case')
  @HttpCode(200)
  mergePetition(@Param('id') id: string, @Body() body: MergeDto, @Me() officer: Officer): Promise<Changed> {
    return this.petitions.merge(id, body.version, body.into, officer, body.keepReceivedOn);
  }

  @Post(':id/undo-merge')
  @May('work case')
  @HttpCode(200)
  undoMerge(@Param('id') id: string, @Body() body: UndoMergeDto, @Me() officer: Officer): Promise<Changed> {
    return this.petitions.undo(id, body.version, officer, body.reason);
  }

  /** A dated visit, persuasion, dialogue or offer. */
  @Post(':id/contacts')
  @May('work case')
  addContact(@Param('id') id: string, @Body() body: ContactDto, @Me() officer: Officer): Promise<Changed> {
    return this.add.contact(id, body, officer);
  }

  /** Takes back a contact recorded by mistake. */
  @Post(':id/contacts/:contact/take-back')
  @May('work case')
  @HttpCode(200)
  takeBackContact(
    @Param('id') id: string,
    @Param('contact', RowId) contact: number,
    @Body() body: TakeBackDto,
    @Me() officer: Officer,
  ): Promise<Changed> {
    return this.contacts.run(id, contact, body, officer);
  }

  @Post(':id/notes')
  @May('work case')
  addNote(@Param('id') id: string, @Body() body: NoteDto, @Me() officer: Officer): Promise<NoteAdded> {
    return this.add.note(id, body.note, officer);
  }

  @Post(':id/people')
  @May('work case')
  addPeople(@Param('id') id: string, @Body() body: AddPeopleDto, @Me() officer: Officer): Promise<Changed> {
    return this.add.people(id, body.version, body.people, officer);
  }

  /** Lets a colleague, or the unit above, read the case. */
  @Post(':id/shares')
  @May('work case')
  showCaseTo(@Param('id') id: string, @Body() body: ShareDto, @Me() officer: Officer): Promise<CaseShareView> {
    return this.shares.show(id, body, officer);
  }

  @Delete(':id/shares/:share')
  @May('work case')
  @HttpCode(204)
  endShare(@Param('id') id: string, @Param('share', RowId) share: number, @Me() officer: Officer): Promise<void> {
    return this.shares.end(id, share, officer);
  }

  /** A paper with its scan: multipart fields `name`, `number`, `on` before the part `file`. */
  @Post(':id/documents')
  @May('work case')
  @Weight(10)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: UploadDto })
  async addDocument(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Me() officer: Officer,
  ): Promise<DocumentAdded> {
    const { paper, scan } = await readUpload(request, this.scanner);
    return this.add.document(id, paper, scan, officer);
  }

  /** The scan, as a download. */
  @Get(':id/documents/:document/file')
  @May('open case')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async downloadDocument(
    @Param('id') id: string,
    @Param('document', RowId) document: number,
    @Me() officer: Officer,
    @Res() reply: FastifyReply,
  ) {
    return sendDownload(reply, await this.documents.file(id, document, officer));
  }
}
