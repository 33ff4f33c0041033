import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { May } from '../access/may.js';
import { sendDownload } from '../cases/send-download.js';
import { Me, type Officer } from '../platform/officer.js';
import { EachTime } from '../platform/once-per-key.js';
import { Weight } from '../platform/rate-limits.js';
import { RowId } from '../platform/validation.js';
import { LetterBookDto, LetterDto, ServeLetterDto, WriteLetterDto } from './letter.dto.js';
import { LetterQuery } from './letter.query.js';
import type {
  CaseLettersView,
  LetterBookView,
  LetterLookView,
  LetterServedView,
  LetterWrittenView,
} from './letter.view.js';
import { ServeLetter } from './serve-letter.js';
import { WriteLetter } from './write-letter.js';

/** Letters and minutes of a case. The file of one written is a paper of the case and is downloaded as such. */
@ApiTags('letters')
@Controller('api/cases/:id/letters')
export class CaseLettersController {
  constructor(
    private readonly query: LetterQuery,
    private readonly letters: WriteLetter,
    private readonly serve: ServeLetter,
  ) {}

  /** Those that may be written for the case, and those that were. */
  @Get()
  @May('open case')
  listLetters(@Param('id') id: string, @Me() officer: Officer): Promise<CaseLettersView> {
    return this.query.ofCase(id, officer);
  }

  /** What a letter would lack, the number it would take, the rules it rests on. Nothing is written. */
  @Post('look')
  @EachTime()
  @HttpCode(200)
  @May('write letter')
  lookAtLetter(@Param('id') id: string, @Body() body: LetterDto, @Me() officer: Officer): Promise<LetterLookView> {
    return this.letters.look(id, body, officer);
  }

  /** The letter without a number, to be looked at. */
  @Post('preview')
  @EachTime()
  @HttpCode(200)
  @Weight(5)
  @May('write letter')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async previewLetter(
    @Param('id') id: string,
    @Body() body: LetterDto,
    @Me() officer: Officer,
    @Res() reply: FastifyReply,
  ) {
    return sendDownload(reply, await this.letters.preview(id, body, officer));
  }

  /** Numbers the letter and files it with the case. */
  @Post()
  @Weight(5)
  @May('write letter')
  writeLetter(
    @Param('id') id: string,
    @Body() body: WriteLetterDto,
    @Me() officer: Officer,
  ): Promise<LetterWrittenView> {
    return this.letters.write(id, body, officer);
  }

  /** How it reached whom it is for. */
  @Post(':letter/service')
  @HttpCode(200)
  @May('write letter')
  serveLetter(
    @Param('id') id: string,
    @Param('letter', RowId) letter: number,
    @Body() body: ServeLetterDto,
    @Me() officer: Officer,
  ): Promise<LetterServedView> {
    return this.serve.run(id, letter, body, officer);
  }
}

@ApiTags('letters')
@Controller('api/letters')
export class LetterBookController {
  constructor(private readonly query: LetterQuery) {}

  /** The book of outgoing letters for a period. */
  @Get()
  @May('write letter')
  showLetterBook(@Query() { from, to }: LetterBookDto, @Me() officer: Officer): Promise<LetterBookView> {
    return this.query.book(from, to, officer);
  }
}
