import { May } from '../access/may.js';
import { Me, type Officer } from '../platform/officer.js';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Weight } from '../platform/rate-limits.js';
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
  @Weight(3)
  previewCase(@Body() body: OpenCaseDto, @Me() officer: Officer): Promise<OpeningPreview> {
    return this.preview.run(body, officer);
  }

  /** One act on many cases, each for itself. */
  @Post('cases/bulk')
  @May('work case')
  @HttpCode(200)
  @Weight(10)
  workInBulk(@Body() body: BulkDto, @Me() officer: Officer): Promise<BulkView> {
    return this.bulk.run(body, officer);
  }

  /** Petitions of the unit that look like the one being typed. A body: an address stays in logs and in the browser. */
  @Post('cases/similar')
  @May('list case')
  @HttpCode(200)
  findSimilar(@Body() { content, personId }: SimilarDto, @Me() officer: Officer): Promise<SimilarPetitions> {
    return this.similar.run(officer, content, personId);
  }

  /** Citizens by name or by identity number, with their files. */
  @Post('people/search')
  @May('list case')
  @HttpCode(200)
  findPeople(@Body() { q, limit }: FindPeopleDto, @Me() officer: Officer): Promise<PeopleFound> {
    return this.people.run(officer, q, limit ?? 20);
  }
}
