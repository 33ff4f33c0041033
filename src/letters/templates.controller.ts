import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { May } from '../access/may.js';
import { sendDownload } from '../cases/send-download.js';
import { Me, type Officer } from '../platform/officer.js';
import { Weight } from '../platform/rate-limits.js';
import { VirusScan } from '../platform/virus-scan.js';
import { KeepTemplates } from './keep-templates.js';
import { TemplateFileDto, UploadTemplateDto, UseTemplateDto } from './letter-template.dto.js';
import type { LetterTemplatesView, TemplateKeptView, TemplateUsedView } from './letter-template.view.js';
import { readTemplate } from './read-template.js';

/** Word templates of letters: downloaded, edited in Word or LibreOffice, and brought back as the ward's own. */
@ApiTags('letter-templates')
@Controller('api/letter-templates')
export class TemplatesController {
  constructor(
    private readonly keep: KeepTemplates,
    private readonly scanner: VirusScan,
  ) {}

  /** Every kind of letter with the ward's own versions, and every field a template may hold. */
  @Get()
  @May('read unit')
  listTemplates(@Me() officer: Officer): Promise<LetterTemplatesView> {
    return this.keep.list(officer);
  }

  /** The built-in template, or a version of the ward's own by its id. */
  @Get(':kind/file')
  @May('read unit')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async downloadTemplate(
    @Param('kind') kind: string,
    @Query() { template }: TemplateFileDto,
    @Me() officer: Officer,
    @Res() reply: FastifyReply,
  ) {
    return sendDownload(reply, await this.keep.file(kind, template ?? 'built-in', officer));
  }

  /** A version of the ward's own; refused with every field named that there is none of. */
  @Post(':kind')
  @Weight(10)
  @May('manage template')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: UploadTemplateDto })
  async uploadTemplate(
    @Param('kind') kind: string,
    @Req() request: FastifyRequest,
    @Me() officer: Officer,
  ): Promise<TemplateKeptView> {
    return this.keep.upload(kind, await readTemplate(request, this.scanner), officer);
  }

  /** The built-in template again (`null`), or an earlier version. */
  @Put(':kind/in-use')
  @HttpCode(200)
  @May('manage template')
  useTemplate(
    @Param('kind') kind: string,
    @Body() { version }: UseTemplateDto,
    @Me() officer: Officer,
  ): Promise<TemplateUsedView> {
    return this.keep.use(kind, version, officer);
  }
}
