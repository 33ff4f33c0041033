import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { May } from '../access/may.js';
import { workflowOf, workflows } from '../domain/kinds/registry.js';
import { clocks } from '../domain/law/clocks.js';
import { documentNames } from '../domain/workflow/documents.js';
import { fieldSpecs } from '../domain/workflow/fields.js';
import type { WorkflowBrief, WorkflowView } from './workflow.view.js';

/** The workflows as data: a screen draws them, an officer reads what each step asks for. */
@ApiTags('workflows')
@Controller('api/workflows')
export class WorkflowsController {
  @Get()
  @May('read law')
  listWorkflows(): WorkflowBrief[] {
    return workflows.map(({ kind, vi, en }) => ({ kind, vi, en }));
  }

  /** One kind, with the Vietnamese words for the papers, fields and clocks its actions name. */
  @Get(':kind')
  @May('read law')
  showWorkflow(@Param('kind') kind: string): WorkflowView {
    return {
      ...workflowOf(kind),
      documentNames,
      fieldSpecs,
      clockNames: Object.fromEntries(
        Object.entries(clocks).map(([name, { vi }]) => [name, vi]),
      ) as WorkflowView['clockNames'],
    };
  }
}
