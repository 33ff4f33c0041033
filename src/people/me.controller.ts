import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { May } from '../access/may.js';
import { BeforeSecondFactor, Me, type Officer } from '../platform/officer.js';
import { ChangePassword } from './change-password.js';
import { ChangePasswordDto, ConfirmDto, FactorCodeDto } from './me.dto.js';
import { MeQuery } from './me.query.js';
import type { MeView, SessionView } from './me.view.js';
import { SecondFactors } from './second-factor.js';
import type { FactorStateView, NewFactorView, RecoveryCodesView } from './second-factor.view.js';
import { giveSecret, secretOf, visitorOf } from './session-cookie.js';
import { Sessions } from './sessions.js';

@ApiTags('people')
@BeforeSecondFactor()
@Controller('api/me')
export class MeController {
  constructor(
    private readonly query: MeQuery,
    private readonly changePassword: ChangePassword,
    private readonly sessions: Sessions,
    private readonly factors: SecondFactors,
  ) {}

  @Get()
  @May('own account')
  me(@Me() officer: Officer): Promise<MeView> {
    return this.query.run(officer);
  }

  /** Changes the password, ends the other sessions and gives this one a new secret. */
  @Post('password')
  @May('own account')
  @HttpCode(204)
  async setPassword(
    @Body() { current, next }: ChangePasswordDto,
    @Me() officer: Officer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    giveSecret(reply, await this.changePassword.run(current, next, officer, visitorOf(request)));
  }

  @Get('sessions')
  @May('own account')
  listSessions(@Me() officer: Officer, @Req() request: FastifyRequest): Promise<SessionView[]> {
    return this.sessions.list(officer.id, secretOf(request)!);
  }

  /** Signs out everywhere but here. */
  @Delete('sessions')
  @May('own account')
  @HttpCode(204)
  endOtherSessions(@Me() officer: Officer, @Req() request: FastifyRequest): Promise<void> {
    return this.sessions.end(officer, secretOf(request)!);
  }

  @Delete('sessions/:session')
  @May('own account')
  @HttpCode(204)
  endOneSession(
    @Param('session') session: string,
    @Me() officer: Officer,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.sessions.end(officer, secretOf(request)!, session);
  }

  @Get('second-factor')
  @May('own account')
  showSecondFactor(@Me() officer: Officer): Promise<FactorStateView> {
    return this.factors.state(officer);
  }

  /** A new secret for an authenticator; it counts once a code is confirmed. */
  @Post('second-factor')
  @May('own account')
  @HttpCode(200)
  beginSecondFactor(
    @Body() { password }: ConfirmDto,
    @Me() officer: Officer,
    @Req() { ip }: FastifyRequest,
  ): Promise<NewFactorView> {
    return this.factors.begin(officer, password, ip);
  }

  /** Switches the second factor on, ends the other sessions, and gives the recovery codes. */
  @Post('second-factor/confirm')
  @May('own account')
  @HttpCode(200)
  confirmSecondFactor(
    @Body() { code }: FactorCodeDto,
    @Me() officer: Officer,
    @Req() request: FastifyRequest,
  ): Promise<RecoveryCodesView> {
    return this.factors.confirm(officer, code, secretOf(request)!);
  }

  @Post('second-factor/recovery-codes')
  @May('own account')
  @HttpCode(200)
  renewRecoveryCodes(
    @Body() { password }: ConfirmDto,
    @Me() officer: Officer,
    @Req() { ip }: FastifyRequest,
  ): Promise<RecoveryCodesView> {
    return this.factors.renew(officer, password, ip);
  }

  @Post('second-factor/off')
  @May('own account')
  @HttpCode(204)
  giveUpSecondFactor(
    @Body() { password }: ConfirmDto,
    @Me() officer: Officer,
    @Req() { ip }: FastifyRequest,
  ): Promise<void> {
    return this.factors.off(officer, password, ip);
  }
}
