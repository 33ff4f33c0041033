import { workflows } from '../../src/domain/kinds/registry.js';
import { documentNames, type DocumentName } from '../../src/domain/workflow/documents.js';
import { lacks } from '../../src/domain/workflow/decide.js';
import { fieldSpecs, type FieldName, type Fields } from '../../src/domain/workflow/fields.js';
import type { Action, Workflow } from '../../src/domain/workflow/workflow.js';
import { facts, law, persuaded } from './ask.js';
import { ledger } from './ledger.js';

const steps = workflows.flatMap((workflow) =>
  Object.entries(workflow.actions).map(([name, action]) => [`${workflow.kind}: ${name}`, action, workflow] as const),
);
const samples = { text: 'x', day: '2023-06-01', vnd: 1000, area: '10', integer: 3, boolean: true };
const everyPaper = Object.keys(documentNames) as DocumentName[];
const everyField = Object.fromEntries(
  Object.entries(fieldSpecs).map(([name, spec]) => [
    name,
    spec.type === 'choice' ? Object.keys(spec.of)[0] : samples[spec.type],
  ]),
) as Fields;

/** Papers and fields the step lacks, with this much on file and this much given. */
const lacking = (workflow: Workflow, action: Action, onFile: 'all' | 'nothing', given: 'all' | 'nothing') => {
  const all = { fields: everyField, documents: everyPaper };
  const nothing = { fields: {}, documents: [] };
  const file = facts(action.from[0]!, {
    ...(onFile === 'all' ? all : nothing),
    persuasions: action.persuaded ? [persuaded('2023-01-03', action.persuaded)] : [],
  });
  return lacks(workflow, action, file, { on: law.today, ...(given === 'all' ? all : nothing) }, law)
    .filter((p) => p.code === 'missing-document' || p.code === 'missing-field')
    .map((p) => p.field);
};
const asked = ({ needs = [], fields = [] }: Action, keep: (name: DocumentName | FieldName) => boolean) => [
  ...needs.filter(keep).map((name) => `documents.${name}`),
  ...fields.filter(keep).map((name) => `fields.${name}`),
];

describe.each(steps)('%s', (_name, action, workflow) => {
  test('lacks all it asks for while nothing is on file or given', () =>
    expect(lacking(workflow, action, 'nothing', 'nothing')).toEqual(asked(action, () => true)));
  test('of a full file, takes only what describes the case or an earlier act', () =>
    expect(lacking(workflow, action, 'all', 'nothing')).toEqual(
      asked(action, (name) => !action.onFile?.includes(name)),
    ));
  test('lacks nothing once all is given', () => expect(lacking(workflow, action, 'nothing', 'all')).toEqual([]));
});

// Every name some step takes from the file, and why an older one does there.
const mayBeOlder = ledger(`
  areaDonatedM2          | a measure of the parcel
  amountVnd              | the amount in the approved plan
  landUse                | what the land is
  kin                    | who the kin are, while nobody contests it
  host                   | named when the session is scheduled
  decisionBy             | who signed the decision complained of, known from the petition
  denounced              | who is denounced, known from the petition
  holdoutReason          | the plan is adjusted for the reason last heard
  servedOn               | finality counts from a receipt recorded before
  project-request        | came in when the project was opened
  landholder-list        | the list of the project
  draft-plan             | the plan posted is the plan drafted
  opinion-minutes        | taken before the plan is submitted
  plan-approval          | money is paid on the plan approved before
  recovery-decision      | the project hands over, or enforces, on a decision issued before
  enforcement-decision   | carried out after it was issued
  handover-minutes       | the project is complete once all have handed over
  recovery-notice        | the same notice is served again on a holder found later
  broadcast-copy         | broadcast before the absent holder's inventory is ordered
  inventory-minutes      | the origin is confirmed on the inventory taken before
  dispute-petition       | the request to mediate came in with the petition
  grave-survey           | surveyed when the grave was found
  kinship-proof          | what the kin are to the dead does not change
  grave-notice           | announced before nobody came
  posting-minutes        | the same
  unknown-kin-minutes    | the same
  unclaimed-confirmation | confirmed before money and move
  exhumation-minutes     | the move is over when late kin are shown the grave
  reburial-record        | the same
  dialogue-invitation    | goes out before the dialogue
  dialogue-minutes       | the decision follows the dialogue
  verification-report    | the decision or conclusion follows the verification
  publication-record     | published before the file is closed
  site-check-minutes     | the answer follows the check
`);

test('what may be older is named here with its reason', () => {
  const marked = new Set(steps.flatMap(([, action]) => action.onFile ?? []));
  expect([...marked].sort()).toEqual(mayBeOlder.map(([name]) => name).sort());
});

test('what may be older is asked for by the step that says so', () => {
  for (const [name, { onFile = [], needs = [], fields = [] }] of steps) {
    const known: readonly string[] = [...needs, ...fields];
    expect({ name, unasked: onFile.filter((paper) => !known.includes(paper)) }).toEqual({ name, unasked: [] });
  }
});

test('no act is proved by papers or words of another', () => {
  const ofTheAct =
    'persuasion-minutes refusal-minutes payment-refusal-minutes extension-decision complexity-record suspension-decision resumption-decision stop-decision sending-record postponement-notice adjusted-plan petition decisionNumber reason effectiveOn noticeOn opinionsOn sessionOn holderSigned grade dialogueOn finding answer';
  for (const [name, { onFile = [] }] of steps)
    expect({ name, older: onFile.filter((paper) => ofTheAct.split(' ').includes(paper)) }).toEqual({ name, older: [] });
});
