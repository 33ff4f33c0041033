import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { May } from '../access/may.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/config-token.js';
import { Me, type Officer } from '../platform/officer.js';
import { siteOf } from '../platform/site.js';
import { RowId } from '../platform/validation.js';
import { ChangeAccount, CreateAccount } from './change-account.js';
import { ChangeUnit } from './change-unit.js';
import { CreateUnit } from './create-unit.js';
import type { InvitationView } from './invitation.view.js';
import { InvitePerson } from './invite.js';
import { LetIn } from './let-in.js';
import { ChangeUnitDto, CreateAccountDto, CreateUnitDto, UpdateAccountDto } from './people.dto.js';
import { PeopleQuery } from './people.query.js';
import type {
  AccountStateView,
  AccountView,
  ColleagueView,
  CreatedAccountView,
  CreatedUnitView,
  ResidentialGroupView,
  UnitView,
} from './people.view.js';
import { SecondFactors } from './second-factor.js';

@ApiTags('people')
@Controller('api')
export class PeopleController {
  constructor(
    private readonly create: CreateAccount,
    private readonly change: ChangeAccount,
    private readonly invite: InvitePerson,
    private readonly letIn: LetIn,
    private readonly factors: SecondFactors,
    private readonly unit: ChangeUnit,
    private readonly newUnit: CreateUnit,
    private readonly people: PeopleQuery,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('accounts')
  @May('manage account')
  listAccounts(@Me() officer: Officer): Promise<AccountView[]> {
    return this.people.accounts(officer.unitId);
  }

  /** Names and roles, for whoever gives a case to somebody. */
  @Get('colleagues')
  @May('read unit')
  listColleagues(@Me() officer: Officer): Promise<ColleagueView[]> {
    return this.people.colleagues(officer.unitId);
  }

  /** How each person signs in: invited, second factor, delayed. */
  @Get('accounts/states')
  @May('manage account')
  listAccountStates(@Me() officer: Officer): Promise<AccountStateView[]> {
    return this.people.states(officer.unitId);
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

  /** The wards directly below. */
  @Get('units')
  @May('manage unit')
  listUnits(@Me() officer: Officer): Promise<UnitView[]> {
    return this.people.unitsBelow(officer.unitId);
  }

  @Post('units')
  @May('manage unit')
  createUnit(
    @Body() body: CreateUnitDto,
    @Me() officer: Officer,
    @Req() request: FastifyRequest,
  ): Promise<CreatedUnitView> {
    return this.newUnit.run(body, officer, siteOf(this.config, request));
  }

  @Get('residential-groups')
  @May('read unit')
  listResidentialGroups(@Me() officer: Officer): Promise<ResidentialGroupView[]> {
    return this.people.residentialGroups(officer.unitId);
  }

  /** Invites somebody: the account has no password until the person sets one with the code. */
  @Post('accounts')
  @May('manage account')
  createAccount(
    @Body() body: CreateAccountDto,
    @Me() officer: Officer,
    @Req() request: FastifyRequest,
  ): Promise<CreatedAccountView> {
    return this.create.run(body, officer, siteOf(this.config, request));
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

  /** A new code for somebody invited, or for a forgotten password; the old password and code end at once. */
  @Post('accounts/:id/invitation')
  @May('manage account')
  invitePerson(
    @Param('id', RowId) id: number,
    @Me() officer: Officer,
    @Req() request: FastifyRequest,
  ): Promise<InvitationView> {
    return this.invite.run(id, officer, siteOf(this.config, request));
  }

  /** The telephone is gone: the next sign-in asks for the password alone. */
  @Delete('accounts/:id/second-factor')
  @May('manage account')
  @HttpCode(204)
  resetSecondFactor(@Param('id', RowId) id: number, @Me() officer: Officer): Promise<void> {
    return this.factors.reset(id, officer);
  }

  /** Lets somebody try again at once after too many failed sign-ins. */
  @Delete('accounts/:id/delay')
  @May('manage account')
  @HttpCode(204)
  liftDelay(@Param('id', RowId) id: number, @Me() officer: Officer): Promise<void> {
    return this.letIn.liftDelay(id, officer);
  }

  /** The next sign-in with the identity server finds the account anew. */
  @Delete('accounts/:id/identity')
  @May('manage account')
  @HttpCode(204)
  unlinkIdentity(@Param('id', RowId) id: number, @Me() officer: Officer): Promise<void> {
    return this.letIn.unlinkIdentity(id, officer);
  }
}
