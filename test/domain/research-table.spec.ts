import { workflows } from '../../src/domain/kinds/registry.js';
import { variants, type Variant } from '../../src/domain/workflow/workflow.js';
import { ledger } from './ledger.js';
import { actionsOf, pairsOf, reachable, sorted, startNames } from './ways.js';

// The "Next allowed" columns, copied by hand from the workflows research (sections 1 to 5), not from the kinds.
const nextAllowed: Record<string, string> = {
  'compensation-project': `
    preparing        | recovery_planned, cancelled
    recovery_planned | meeting_held, cancelled
    meeting_held     | notice_issued
    notice_issued    | inventory, cancelled
    inventory        | plan_drafted, plan_adjusting
    plan_drafted     | plan_posted
    plan_posted      | consultation
    consultation     | appraisal, plan_adjusting
    plan_adjusting   | plan_posted, appraisal
    appraisal        | approved, plan_adjusting
    approved         | paying
    paying           | handing_over, enforcing
    handing_over     | completed, enforcing
    enforcing        | handing_over, completed
    suspended        | notice_issued, cancelled`,
  'household-file': `
    listed               | notified
    notified             | declared, not_consenting, unreachable
    unreachable          | notified, inventory_compulsory
    declared             | inventoried, not_consenting
    not_consenting       | persuading_inventory
    persuading_inventory | inventoried, inventory_compulsory
    inventory_compulsory | inventoried, inventory_enforced
    inventory_enforced   | inventoried
    inventoried          | origin_confirmed, legal_file_problem
    legal_file_problem   | origin_confirmed, disputed
    disputed             | origin_confirmed, money_deposited
    origin_confirmed     | plan_proposed
    plan_proposed        | plan_approved, plan_adjusting, plan_objected
    plan_objected        | plan_adjusting, plan_approved
    plan_adjusting       | plan_proposed, plan_approved
    plan_approved        | paid, refuses_money, legal_file_problem, disputed
    paid                 | recovered
    refuses_money        | persuading_plan, money_deposited, paid
    persuading_plan      | paid, recovered, money_deposited
    money_deposited      | paid, recovered
    recovered            | handed_over, refuses_handover
    refuses_handover     | persuading_handover
    persuading_handover  | handed_over, enforcement_decided
    enforcement_decided  | complied, enforced, enforcement_blocked
    enforcement_blocked  | enforced, complied
    complied             | handed_over
    enforced             | handed_over
    handed_over          | closed`,
  'grave-relocation': `
    identified              | announced
    announced               | declared, unclaimed_candidate
    declared                | inventoried, claim_disputed
    claim_disputed          | declared, unclaimed_candidate
    inventoried             | plan_approved
    unclaimed_candidate     | declared, unclaimed_confirmed
    unclaimed_confirmed     | plan_approved, late_claim
    plan_approved           | paid, relocating_by_authority
    paid                    | exhumed, refuses
    refuses                 | paid, relocating_by_authority
    relocating_by_authority | exhumed
    exhumed                 | reburied
    reburied                | confirmed, late_claim
    confirmed               | closed, late_claim
    late_claim              | confirmed`,
  'reception-session': `
    scheduled        | posted
    posted           | held, postponed
    postponed        | posted
    held             | recorded, refused, no_visitor
    refused          | closed
    recorded         | answered_on_spot, petition_opened, guided, concluded
    answered_on_spot | closed
    guided           | closed
    concluded        | closed
    no_visitor       | closed`,
};

/** Section 4. The front part is common; the state a variant begins in stands for its name in the column. */
const petitionFront = `
    received        | classified
    classified      | mixed, ineligible
    mixed           | classified
    ineligible      | filed
    returned_guided | closed
    transferred     | closed, answer_awaited`;
const petitionInformal = `
    classified | assigned, transferred
    assigned   | answered, site_check, withdrawn
    site_check | answered, transferred
    answered   | closed, repeated
    repeated   | filed, refused
    withdrawn  | closed`;
const petitionNextAllowed: Record<Variant, string> = {
  complaint: `
    classified      | checking
    checking        | accepted, not_accepted, returned_guided
    not_accepted    | closed
    accepted        | verifying, decided, withdrawn
    verifying       | dialogue, decided, suspended, withdrawn
    suspended       | verifying, stopped
    dialogue        | decided, verifying
    decided         | sent
    sent            | final, second_instance, court
    second_instance | final
    court           | final
    withdrawn       | stopped
    stopped         | closed
    final           | closed`,
  denunciation: `
    classified   | checking
    checking     | accepted, not_accepted, transferred
    not_accepted | closed
    accepted     | verifying
    verifying    | concluded, extended, suspended, withdrawn
    extended     | verifying
    suspended    | verifying, stopped
    withdrawn    | stopped, verifying
    concluded    | sent
    sent         | closed, denounced_again
    stopped      | closed`,
  proposal: petitionInformal,
  reflection: petitionInformal,
  request: `${petitionInformal}
    assigned    | mediation
    mediation   | settled, not_settled
    settled     | closed
    not_settled | closed`,
};

/** Steps the table does not have, each with the reason it is lawful and needed. */
const notInTable: Record<string, string> = {
  'compensation-project': `
    notice_issued → suspended  | the table has no way into suspended: a notice lapses 12 months after it is issued (Luật Đất đai 2024 Điều 85)
    inventory → suspended      | the same
    plan_drafted → suspended   | the same
    plan_posted → suspended    | the same
    consultation → suspended   | the same
    plan_adjusting → suspended | the same
    appraisal → suspended      | the same
    approved → suspended       | the same: no recovery decision stands on a notice that has lapsed
    paying → suspended         | the same`,
  'household-file': `
    plan_approved → recovered | the 2013 law only: both decisions on one day, and paid afterwards (the table's "order difference"; Luật Đất đai 2013 Điều 69 khoản 3)
    persuading_inventory → legal_file_problem | the ward's own holdouts: the compulsory file is ready but blocked by legal papers
    legal_file_problem → persuading_inventory | once unblocked, persuasion goes on
    listed → handed_over                      | land donated for a road: no recovery, no payment
    notified → handed_over                    | the same
    declared → handed_over                    | the same
    inventoried → handed_over                 | the same
    listed → cancelled | the project is given up before the money was paid: the table has no way out
    notified → cancelled | the same
    unreachable → cancelled | the same
    declared → cancelled | the same
    not_consenting → cancelled | the same
    persuading_inventory → cancelled | the same
    inventory_compulsory → cancelled | the same
    inventory_enforced → cancelled | the same
    inventoried → cancelled | the same
    legal_file_problem → cancelled | the same
    disputed → cancelled | the same
    origin_confirmed → cancelled | the same
    plan_proposed → cancelled | the same
    plan_objected → cancelled | the same
    plan_adjusting → cancelled | the same
    plan_approved → cancelled | the same
    refuses_money → cancelled | the same
    persuading_plan → cancelled | the same`,
  'grave-relocation': `
    plan_approved → refuses | kin refuse before they are paid; without it no persuasion could be recorded and no authority could move the grave lawfully
    late_claim → declared   | kin found before the move are kin like any other; the table would confirm a grave that was never moved
    identified → cancelled | the project is given up before the money was paid: the table has no way out
    announced → cancelled | the same
    declared → cancelled | the same
    claim_disputed → cancelled | the same
    inventoried → cancelled | the same
    unclaimed_candidate → cancelled | the same
    unclaimed_confirmed → cancelled | the same
    plan_approved → cancelled | the same
    refuses → cancelled | the same`,
  'reception-session': `
    scheduled → held | an ad hoc session is not posted beforehand (section 5, below the table; Luật Tiếp công dân Điều 18 khoản 3)`,
};
const petitionNotInTable: Record<Variant, string> = {
  complaint: `
    checking → withdrawn  | a complaint may be withdrawn at any time (Luật Khiếu nại Điều 10)
    suspended → withdrawn | the same
    dialogue → withdrawn  | the same`,
  denunciation: `
    accepted → withdrawn     | a denunciation may be withdrawn until there is a conclusion (Luật Tố cáo Điều 33)
    extended → withdrawn     | the same
    suspended → withdrawn    | the same
    denounced_again → closed | the table gives the state no way out: the review ends (Luật Tố cáo Điều 37)`,
  ...(Object.fromEntries(
    (['proposal', 'reflection', 'request'] as const).map((variant) => [
      variant,
      'refused → closed | the table points to section 5, where a refusal is sent and closed',
    ]),
  ) as Record<'proposal' | 'reflection' | 'request', string>),
};
const petitionFrontNotInTable =
  'answer_awaited → closed | the table gives the state no way out: the answer of the other body has come';

const tablePairs = (text: string) =>
  ledger(text).flatMap(([from, next]) => next!.split(', ').map((to) => `${from} → ${to}`));
const addedPairs = (text: string | undefined) => (text ? ledger(text).map(([pair]) => pair!) : []);

describe('the steps are those of the research table, and the additions named with their reason', () => {
  test.each(workflows.filter((w) => w.kind !== 'citizen-petition').map((w) => [w.kind, w] as const))(
    '%s',
    (kind, workflow) => {
      const added = addedPairs(notInTable[kind]);
      const table = tablePairs(nextAllowed[kind]!);
      expect(added.filter((pair) => table.includes(pair))).toEqual([]);
      expect(pairsOf(workflow, null)).toEqual(sorted([...table, ...added]));
    },
  );

  const petition = workflows.find((w) => w.kind === 'citizen-petition')!;
  test.each(variants)('citizen-petition: %s', (variant) => {
    const seen = reachable(petition, variant);
    const onlyReached = (pairs: string[]) => pairs.filter((pair) => seen.has(pair.split(' → ')[0]!));
    const added = addedPairs(`${petitionFrontNotInTable}\n${petitionNotInTable[variant]}`);
    const front = tablePairs(petitionFront);
    const own = tablePairs(petitionNextAllowed[variant]);
    expect(added.filter((pair) => front.includes(pair) || own.includes(pair))).toEqual([]);
    // A complaint is guided and never transferred, the others the reverse: what is not reached is not compared.
    expect(own).toEqual(onlyReached(own));
    expect(onlyReached(pairsOf(petition, variant))).toEqual(sorted(onlyReached([...front, ...own, ...added])));
  });

  test('classifying sets the variant: complaint and denunciation go to checking, the others are assigned or transferred', () => {
    const sets = actionsOf(petition).filter(([, action]) => action.sets);
    expect(sets.map(([name, { sets: variant, to }]) => [name, variant, to ?? 'stays'])).toEqual([
      ['classify-as-complaint', 'complaint', 'checking'],
      ['classify-as-denunciation', 'denunciation', 'checking'],
      ['classify-as-proposal', 'proposal', 'stays'],
      ['classify-as-reflection', 'reflection', 'stays'],
      ['classify-as-request', 'request', 'stays'],
    ]);
  });

  test('the clocks of receipt stop once the petition is accepted, routed, filed or answered, and not before', () => {
    const intake = startNames(petition.opening.starts);
    expect(sorted(intake)).toEqual(['first-answer', 'petition-alarm', 'petition-processing']);
    const handled =
      'accepted not_accepted returned_guided transferred answered settled not_settled withdrawn filed closed';
    const before = ['received', 'classified', 'mixed', 'ineligible', 'checking', 'assigned', 'site_check', 'mediation'];
    for (const [name, { from, to, stops }] of actionsOf(petition)) {
      if (!to || !from.some((state) => before.includes(state))) continue;
      const stopped = stops === 'all' ? intake : intake.filter((clock) => stops?.includes(clock));
      const routed = name === 'assign' ? ['petition-processing'] : [];
      expect({ name, stopped }).toEqual({ name, stopped: handled.split(' ').includes(to) ? intake : routed });
      const assigned = from.some((state) => ['assigned', 'site_check', 'mediation'].includes(state));
      if (assigned && handled.split(' ').includes(to))
        expect({ name, stops }).toMatchObject({ stops: expect.arrayContaining(['internal-target']) });
    }
  });

  test('every reason is written', () => {
    const texts = [...Object.values(notInTable), ...Object.values(petitionNotInTable), petitionFrontNotInTable];
    for (const row of texts.flatMap(ledger)) expect(row[1]?.length).toBeGreaterThan(7);
  });
});

test('the clocks of receipt follow the day of receipt when it is corrected or an earlier duplicate is merged in', () => {
  const petition = workflows.find((w) => w.kind === 'citizen-petition')!;
  expect(petition.opening.starts).toEqual(
    ['petition-processing', 'first-answer', 'petition-alarm'].map((clock) => ({ clock, from: 'receivedOn' })),
  );
});
