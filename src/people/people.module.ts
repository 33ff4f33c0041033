import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { MayGuard } from '../access/may.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { ChangeAccount, CreateAccount } from './change-account.js';
import { ChangePassword } from './change-password.js';
import { ChangeUnit } from './change-unit.js';
import { MeController } from './me.controller.js';
import { MeQuery } from './me.query.js';
import { PeopleController } from './people.controller.js';
import { PeopleQuery } from './people.query.js';
import { SignIn } from './sign-in.js';
import { SignedIn } from './signed-in.js';

@Module({
  imports: [RemindersModule],
  controllers: [PeopleController, MeController],
  providers: [
    SignIn,
    CreateAccount,
    ChangeAccount,
    ChangeUnit,
    ChangePassword,
    PeopleQuery,
    MeQuery,
    // In this order: who is it, may they.
    { provide: APP_GUARD, useClass: SignedIn },
    { provide: APP_GUARD, useClass: MayGuard },
  ],
  exports: [SignIn],
})
export class PeopleModule {}
