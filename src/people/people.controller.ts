import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Me, OpenToAll, Roles, type Officer } from '../platform/officer.js';
import { ChangeUnit } from './change-unit.js';
import { ChangeUnitDto, CreateAccountDto, SignInDto, UpdateAccountDto } from './people.dto.js';
import { ChangeAccount, CreateAccount } from './change-account.js';
import { PeopleQuery } from './people.query.js';
import { SignIn } from './sign-in.js';
import { cookieName } from './signed-in.js';

@ApiTags('people')
@Controller('api')
export class PeopleController {
  constructor(
    private readonly signIn: SignIn,
    private readonly createAccount: CreateAccount,
    private readonly changeAccount: ChangeAccount,
    private readonly changeUnit: ChangeUnit,
    private readonly people: PeopleQuery,
  ) {}

  /** Signs in; the session travels in an HttpOnly cookie. */
  @Post('session')
  @OpenToAll()
  @HttpCode(200)
  async open(@Body() body: SignInDto, @Res({ passthrough: true }) reply: FastifyReply) {
    const { secret, officer } = await this.signIn.open(body.login, body.password);
    void reply.setCookie(cookieName, secret, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: reply.request.protocol === 'https',
    });
    return officer;
  }

  @Delete('session')
  @HttpCode(204)
  async close(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.signIn.close(request.cookies[cookieName]!);
    void reply.clearCookie(cookieName, { path: '/' });
  }

  @Get('me')
  me(@Me() officer: Officer) {
    return officer;
  }

  @Get('accounts')
  accounts(@Me() officer: Officer) {
    return this.people.accounts(officer.unitId);
  }

  @Get('unit')
  unit(@Me() officer: Officer) {
    return this.people.unit(officer.unitId);
  }

  @Patch('unit')
  @Roles('admin')
  change(@Body() body: ChangeUnitDto, @Me() officer: Officer) {
    return this.changeUnit.run(body, officer);
  }

  @Get('residential-groups')
  residentialGroups(@Me() officer: Officer) {
    return this.people.residentialGroups(officer.unitId);
  }

  @Post('accounts')
  @Roles('admin')
  create(@Body() body: CreateAccountDto, @Me() officer: Officer) {
    return this.createAccount.run(body, officer);
  }

  /** Someone who left is made inactive: the cases go to the supervisors' list of ownerless cases. */
  @Patch('accounts/:id')
  @Roles('admin')
  changePerson(@Param('id', ParseIntPipe) id: number, @Body() body: UpdateAccountDto, @Me() officer: Officer) {
    return this.changeAccount.run(id, body, officer);
  }
}
