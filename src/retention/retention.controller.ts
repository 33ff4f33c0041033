import { Body, Controller, Get, Header, HttpCode, Module, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { May } from '../access/may.js';
import { CasesModule } from '../cases/cases.module.js';
import type { Changed } from '../cases/changed.view.js';
import { Me, type Officer } from '../platform/officer.js';
import { EachTime } from '../platform/once-per-key.js';
import { DueForErasureQuery } from './due-for-erasure.query.js';
import { EraseCases } from './erase-cases.js';
import { LegalHold } from './legal-hold.js';
import { PersonalData } from './personal-data.js';
import type { PersonalDataView } from './personal-data.view.js';
import { EraseDto, LegalHoldDto, PersonalDataDto } from './retention.dto.js';
import type { ErasedView, RetentionView } from './retention.view.js';

/** How long personal data is kept, who stops that clock, and who confirms its end. */
@ApiTags('retention')
@Controller('api')
class RetentionController {
  constructor(
    private readonly query: DueForErasureQuery,
    private readonly erase: EraseCases,
    private readonly hold: LegalHold,
    private readonly data: PersonalData,
  ) {}

  /** The rules, the cases whose time is over, and those on hold. */
  @Get('retention')
  @May('erase case')
  showRetention(@Me() officer: Officer): Promise<RetentionView> {
    return this.query.run(officer);
  }

  /** Erases names, texts and scans of cases that are due. */
  @Post('retention/erase')
  @HttpCode(200)
  @May('erase case')
  eraseCases(@Body() { cases, reason }: EraseDto, @Me() officer: Officer): Promise<ErasedView> {
    return this.erase.run(cases, reason, officer);
  }

  /** Stops the retention clock of a case, or lets it run on. */
  @Post('cases/:id/legal-hold')
  @HttpCode(200)
  @May('erase case')
  holdCase(@Param('id') id: string, @Body() { held, reason }: LegalHoldDto, @Me() officer: Officer): Promise<Changed> {
    return this.hold.run(id, held, reason, officer);
  }

  /** Everything held on one citizen, as a file. */
  @Post('people/personal-data')
  @EachTime()
  @HttpCode(200)
  @May('export person')
  @Header('content-disposition', 'attachment; filename="du-lieu-ca-nhan.json"')
  exportPersonalData(@Body() body: PersonalDataDto, @Me() officer: Officer): Promise<PersonalDataView> {
    return this.data.run(body, officer);
  }
}

@Module({
  imports: [CasesModule],
  controllers: [RetentionController],
  providers: [DueForErasureQuery, EraseCases, LegalHold, PersonalData],
})
export class RetentionModule {}
