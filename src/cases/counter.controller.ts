import { Body, Controller, Get, Headers, HttpCode, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { May } from '../access/may.js';
import { Me, type Officer } from '../platform/officer.js';
import { BulkWork } from './bulk-work.js';
import { BulkDto } from './bulk.dto.js';
import type { BulkView } from './bulk.view.js';
import { OpenCaseDto } from './case.dto.js';
import { FindPeopleDto, SimilarDto } from './counter.dto.js';
import { FindPeopleQuery } from './find-people.query.js';
import type { PeopleFound } from './find-people.view.js';
import { PreviewOpening } from './preview-opening.js';
import type { OpeningPreview } from './preview.view.js';
import { SimilarPetitionsQuery } from './similar-petitions.query.js';
import type { SimilarPetitions } from './similar-petitions.view.js';

const KEY = 'idempotency-key';

/** What the counter asks before a case is opened, and work on many cases at once. */
@ApiTags('cases')
@Controller('api')
export class CounterController {
  constructor(
    private readonly preview: PreviewOpening,
    private readonly bulk: BulkWork,
    private readonly people: FindPeopleQuery,
    private readonly similar: SimilarPetitionsQuery,
  ) {}

  /** The clocks that opening this case would start. Nothing is written, and no number is promised. */
  @Post('cases/preview')
  @May('work case')
  @HttpCode(200)
  previewCase(@Body() body: OpenCaseDto, @Me() officer: Officer): Promise<OpeningPreview> {
    return this.preview.run(body, officer);
  }

  /** One act on many cases, each for itself. The same idempotency key gives the first answers again. */
  @Post('cases/bulk')
  @May('work case')
  @HttpCode(200)
  @ApiHeader({ name: KEY, required: false })
  workInBulk(@Body() body: BulkDto, @Me() officer: Officer, @Headers(KEY) key?: string): Promise<BulkView> {
    return this.bulk.run(body, officer, key);
  }

  /** Petitions of the unit that look like the one being typed. */
  @Get('cases/similar')
  @May('list case')
  findSimilar(@Query() { content, personId }: SimilarDto, @Me() officer: Officer): Promise<SimilarPetitions> {
    return this.similar.run(officer, content, personId);
  }

  /** Citizens by name or by identity number, with their files. */
  @Get('people')
  @May('list case')
  findPeople(@Query() { q, limit }: FindPeopleDto, @Me() officer: Officer): Promise<PeopleFound> {
    return this.people.run(officer, q, limit ?? 20);
  }
}
