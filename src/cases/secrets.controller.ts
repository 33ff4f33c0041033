import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { May } from '../access/may.js';
import { Me, type Officer } from '../platform/officer.js';
import { EachTime } from '../platform/once-per-key.js';
import { RowId } from '../platform/validation.js';
import { ReasonDto } from './case.dto.js';
import type { CaseView } from './case.view.js';
import { OpenSecrets } from './open-secrets.js';
import { sendDownload } from './send-download.js';

/**
 * What is kept back until a reason is given; every reading is a line of history. Whose protected petition may be opened
 * the use case asks (`access/secrets.ts`).
 */
@ApiTags('cases')
@Controller('api/cases/:id')
export class SecretsController {
  constructor(private readonly secrets: OpenSecrets) {}

  /** The case with whole identity numbers, and of a protected petition who wrote it and what. */
  @Post('secrets')
  @EachTime()
  @HttpCode(200)
  @May('open case')
  openSecrets(@Param('id') id: string, @Body() { reason }: ReasonDto, @Me() officer: Officer): Promise<CaseView> {
    return this.secrets.read(id, reason, officer);
  }

  /** A scan of a protected petition, as a download. */
  @Post('documents/:document/file')
  @EachTime()
  @HttpCode(200)
  @May('open case')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async openPaper(
    @Param('id') id: string,
    @Param('document', RowId) document: number,
    @Body() { reason }: ReasonDto,
    @Me() officer: Officer,
    @Res() reply: FastifyReply,
  ) {
    return sendDownload(reply, await this.secrets.download(id, document, reason, officer));
  }
}
