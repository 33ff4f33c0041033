import { Module } from '@nestjs/common';
import { RemindersModule } from '../reminders/reminders.module.js';
import { AddToCase } from './add-to-case.js';
import { AssignCase } from './assign-case.js';
import { CaseController } from './case.controller.js';
import { BulkWork } from './bulk-work.js';
import { CaseListQuery } from './case-list.query.js';
import { CaseQuery } from './case.query.js';
import { ChangeState } from './change-state.js';
import { CorrectCase } from './correct-case.js';
import { CounterController } from './counter.controller.js';
import { DocumentQuery } from './document.query.js';
import { FindPeopleQuery } from './find-people.query.js';
import { LinkCase } from './link-case.js';
import { MergePetitions } from './merge-petitions.js';
import { OpenCase } from './open-case.js';
import { OpenSecrets } from './open-secrets.js';
import { PreviewOpening } from './preview-opening.js';
import { ReopenCase } from './reopen-case.js';
import { ShowCase } from './show-case.js';
import { SecretsController } from './secrets.controller.js';
import { SimilarPetitionsQuery } from './similar-petitions.query.js';
import { TakeBackContact } from './take-back-contact.js';
import { WorkflowsController } from './workflows.controller.js';

@Module({
  imports: [RemindersModule],
  controllers: [CaseController, SecretsController, CounterController, WorkflowsController],
  providers: [
    OpenCase,
    ChangeState,
    CorrectCase,
    ReopenCase,
    AssignCase,
    LinkCase,
    MergePetitions,
    AddToCase,
    TakeBackContact,
    CaseQuery,
    CaseListQuery,
    DocumentQuery,
    ShowCase,
    OpenSecrets,
    PreviewOpening,
    BulkWork,
    FindPeopleQuery,
    SimilarPetitionsQuery,
  ],
  exports: [OpenCase, ChangeState, AddToCase, CaseQuery, CaseListQuery, OpenSecrets],
})
export class CasesModule {}
