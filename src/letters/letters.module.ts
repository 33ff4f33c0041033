import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { ComposeLetter } from './compose-letter.js';
import { KeepTemplates } from './keep-templates.js';
import { LetterQuery } from './letter.query.js';
import { CaseLettersController, LetterBookController } from './letters.controller.js';
import { ServeLetter } from './serve-letter.js';
import { TemplateInUse } from './template-in-use.js';
import { TemplatesController } from './templates.controller.js';
import { WriteLetter } from './write-letter.js';

@Module({
  imports: [CasesModule],
  controllers: [CaseLettersController, LetterBookController, TemplatesController],
  providers: [ComposeLetter, KeepTemplates, LetterQuery, ServeLetter, TemplateInUse, WriteLetter],
})
export class LettersModule {}
