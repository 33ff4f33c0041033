import { afterDecisionActions } from '../../src/domain/kinds/citizen-petition/after-decision.js';
import { complaintActions } from '../../src/domain/kinds/citizen-petition/complaint.js';
import { denunciationActions } from '../../src/domain/kinds/citizen-petition/denunciation.js';
import { frontActions } from '../../src/domain/kinds/citizen-petition/front.js';
import { informalActions } from '../../src/domain/kinds/citizen-petition/informal.js';
import { noticeActions } from '../../src/domain/kinds/compensation-project/notice.js';
import { planActions as projectPlanActions } from '../../src/domain/kinds/compensation-project/plan.js';
import { recoveryActions } from '../../src/domain/kinds/compensation-project/recovery.js';
import { standstillActions } from '../../src/domain/kinds/compensation-project/standstill.js';
import { claimActions } from '../../src/domain/kinds/grave-relocation/claim.js';
import { lateClaimActions } from '../../src/domain/kinds/grave-relocation/late-claim.js';
import { moveActions } from '../../src/domain/kinds/grave-relocation/move.js';
import { handoverActions } from '../../src/domain/kinds/household-file/handover.js';
import { inventoryActions } from '../../src/domain/kinds/household-file/inventory.js';
import { planActions } from '../../src/domain/kinds/household-file/plan.js';
import { targetActions } from '../../src/domain/kinds/target.js';
import { workflows } from '../../src/domain/kinds/registry.js';
import { defineWorkflow, type Actions } from '../../src/domain/workflow/workflow.js';

test('the parts of a kind name no action twice, and none is lost', () => {
  const target = targetActions([]);
  const parts: Record<string, object[]> = {
    'citizen-petition': [frontActions, complaintActions, afterDecisionActions, denunciationActions, informalActions],
    'compensation-project': [noticeActions, projectPlanActions, recoveryActions, standstillActions, target],
    'grave-relocation': [claimActions, moveActions, lateClaimActions, target],
    'household-file': [inventoryActions, planActions, handoverActions, target],
  };
  for (const [kind, actions] of Object.entries(parts)) {
    const workflow = workflows.find((w) => w.kind === kind)!;
    expect(actions.flatMap(Object.keys)).toEqual(Object.keys(workflow.actions));
  }
});

test('what is misspelt does not compile', () => {
  const states = {
    open: { vi: 'Mở', en: 'Open', phase: 'open' },
    shut: { vi: 'Đóng', en: 'Shut', phase: 'closed' },
  } as const;
  const label = { vi: 'Đóng', en: 'Shut', by: ['officer'] } as const;
  const part: Actions<keyof typeof states> = {
    known: { ...label, from: ['open'], to: 'shut', starts: ['payment'], only: { finding: 'right' } },
    // @ts-expect-error no such state
    from: { ...label, from: ['opne'] },
    // @ts-expect-error no such state
    to: { ...label, from: ['open'], to: 'shot' },
    // @ts-expect-error no such clock
    clock: { ...label, from: ['open'], starts: ['paymnet'] },
    // @ts-expect-error no such paper
    paper: { ...label, from: ['open'], needs: ['persuasion-minute'] },
    // @ts-expect-error no such paper or field
    onFile: { ...label, from: ['open'], onFile: ['landuse'] },
    // @ts-expect-error no such finding
    only: { ...label, from: ['open'], only: { finding: 'rihgt' } },
  };
  const kind = { kind: 'test', vi: 'Thử', en: 'Test', prefix: 'T', opening: { by: ['officer'] } } as const;
  // @ts-expect-error the workflow begins in no state it has
  defineWorkflow({ ...kind, initial: 'opne', states, actions: {} });
  expect(Object.keys(defineWorkflow({ ...kind, initial: 'open', states, actions: part }).actions)).toContain('known');
});
