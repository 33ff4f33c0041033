import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { May } from '../access/may.js';
import { Me, OpenToAll, type Officer } from '../platform/officer.js';
import { RowId } from '../platform/validation.js';
import { ChangeUnit } from './change-unit.js';
import { ChangeUnitDto, CreateAccountDto, SignInDto, UpdateAccountDto } from './people.dto.js';
import { ChangeAccount, CreateAccount } from './change-account.js';
import { PeopleQuery } from './people.query.js';
import type { AccountView, OfficerView, ResidentialGroupView, UnitView } from './people.view.js';
import { SignIn } from './sign-in.js';
import { cookieName } from './signed-in.js';

@ApiTags('people')
@Controller('api')
export class PeopleController {
  constructor(
    private readonly sessions: SignIn,
    private readonly create: CreateAccount,
    private readonly change: ChangeAccount,
    private readonly unit: ChangeUnit,
    private readonly people: PeopleQuery,
  ) {}

  /** Signs in; the session travels in an HttpOnly cookie. */
  @Post('session')
  @OpenToAll()
  @HttpCode(200)
  async signIn(@Body() body: SignInDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<OfficerView> {
    const { secret, officer } = await this.sessions.open(body.login, body.password);
    void reply.setCookie(cookieName, secret, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: reply.request.protocol === 'https',
    });
    return officer;
  }

  @Delete('session')
  @May('own account')
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.close(request.cookies[cookieName]!);
    void reply.clearCookie(cookieName, { path: '/' });
  }

  @Get('accounts')
  @May('read unit')
  listAccounts(@Me() officer: Officer): Promise<AccountView[]> {
    return this.people.accounts(officer.unitId);
  }

  @Get('unit')
  @May('read unit')
  showUnit(@Me() officer: Officer): Promise<UnitView> {
    return this.people.unit(officer.unitId);
  }

  @Patch('unit')
  @May('manage unit')
  changeUnit(@Body() body: ChangeUnitDto, @Me() officer: Officer): Promise<UnitView> {
    return this.unit.run(body, officer);
  }

  @Get('residential-groups')
  @May('read unit')
  listResidentialGroups(@Me() officer: Officer): Promise<ResidentialGroupView[]> {
    return this.people.residentialGroups(officer.unitId);
  }

  @Post('accounts')
  @May('manage account')
  createAccount(@Body() body: CreateAccountDto, @Me() officer: Officer): Promise<AccountView> {
    return this.create.run(body, officer);
  }

  /** Someone who left is made inactive: the cases go to the supervisors' list of ownerless cases. */
  @Patch('accounts/:id')
  @May('manage account')
  changeAccount(
    @Param('id', RowId) id: number,
    @Body() body: UpdateAccountDto,
    @Me() officer: Officer,
  ): Promise<AccountView> {
    return this.change.run(id, body, officer);
  }
}
