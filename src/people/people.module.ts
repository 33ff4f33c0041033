import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { RemindersModule } from '../reminders/reminders.module.js';
import { ChangeAccount, CreateAccount } from './change-account.js';
import { ChangeUnit } from './change-unit.js';
import { PeopleController } from './people.controller.js';
import { PeopleQuery } from './people.query.js';
import { SignIn } from './sign-in.js';
import { SignedIn } from './signed-in.js';

@Module({
  imports: [RemindersModule],
  controllers: [PeopleController],
  providers: [
    SignIn,
    CreateAccount,
    ChangeAccount,
    ChangeUnit,
    PeopleQuery,
    { provide: APP_GUARD, useClass: SignedIn },
  ],
})
export class PeopleModule {}
