import type { EntityManager } from 'typeorm';
import type { Reach } from '../access/reach.js';
import { handedOver, toHandOver } from '../domain/kinds/household-file/states.js';
import { areaText, moneyInWords } from '../domain/money-and-area.js';
import { ask } from '../platform/ask.js';
import type { WardFigures } from './ward-figures.view.js';

/** The figures a ward states in its reports. Areas are JSON numbers with at most four decimals, exact as printed. */
export async function wardFigures(manager: EntityManager, seen: Reach): Promise<WardFigures> {
  const one = async (sql: string): Promise<Record<string, number | null>> => {
    const [row] = await ask<Record<string, number | null>>(manager, sql, seen.parameters);
    return row!;
  };
  const count = (condition: string) => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
  const projectsAsked = one(
    `SELECT COUNT(*) AS total, ${count("phase <> 'closed'")} AS open, CAST(SUM(area_notified) AS bigint) AS notified
     FROM case_file c WHERE ${seen.sql} AND kind = 'compensation-project'`,
  );
  // The area of a household is known from the inventory on, and is recovered once that is decided.
  const stands = (states: readonly string[]) => `state IN ('${states.join("', '")}')`;
  const decided = `${stands(toHandOver)} OR (${stands(handedOver)} AND COALESCE(outcome, '') <> 'donated')`;
  const householdsAsked = one(
    `SELECT ${count(stands(handedOver))} AS handed,
       ${count(stands(toHandOver))} AS recovered,
       CAST(SUM(CASE WHEN ${decided} THEN area_recovered END) AS bigint) AS "areaRecovered", CAST(SUM(area_donated) AS bigint) AS "areaDonated"
     FROM case_file c WHERE ${seen.sql} AND kind = 'household-file'`,
  );
  // One household may move several graves: it is counted once, its payments are summed. Not EXISTS: PostgreSQL would make
  // a join of it and read the history of every ward.
  const gravesAsked = one(
    `SELECT COUNT(DISTINCT COALESCE(c.household_id, -c.id)) AS paid, CAST(SUM(c.amount_vnd) AS bigint) AS "totalPaid"
     FROM case_file c WHERE ${seen.sql} AND c.kind = 'grave-relocation'
       AND (SELECT 1 FROM history h WHERE h.case_id = c.id AND h.action = 'record-payment' LIMIT 1) = 1`,
  );
  const petitionsAsked = one(
    `SELECT COUNT(*) AS total, ${count("variant = 'complaint'")} AS complaints, ${count("variant = 'denunciation'")} AS denunciations,
       ${count("variant = 'request'")} AS requests, ${count("variant = 'proposal'")} AS proposals, ${count("variant = 'reflection'")} AS reflections,
       ${count("outcome = 'withdrawn'")} AS withdrawn, ${count("phase = 'closed'")} AS settled
     FROM case_file c WHERE ${seen.sql} AND kind = 'citizen-petition' AND merged_into_id IS NULL`,
  );
  const [projects, households, graves, petitions] = await Promise.all([
    projectsAsked,
    householdsAsked,
    gravesAsked,
    petitionsAsked,
  ]);
  // Sums over no rows are null.
  const counted = Object.fromEntries(Object.entries(petitions).map(([name, value]) => [name, Number(value ?? 0)]));
  const { total, settled, ...kindsOfPetition } = counted as Omit<WardFigures['petitions'], 'outstanding'>;
  const squareMetres = (value: number | null | undefined) => Number(areaText(Number(value ?? 0)));
  const totalPaidVnd = Number(graves.totalPaid ?? 0);
  return {
    projects: Number(projects.total),
    openProjects: Number(projects.open ?? 0),
    notifiedHa: squareMetres(projects.notified) / 10_000,
    households: {
      handedOver: Number(households.handed ?? 0),
      handedOverStates: [...handedOver],
      recovered: Number(households.recovered ?? 0),
      recoveredStates: [...toHandOver],
      areaRecoveredM2: squareMetres(households.areaRecovered),
      areaDonatedM2: squareMetres(households.areaDonated),
    },
    graves: { householdsPaid: Number(graves.paid), totalPaidVnd, inWords: moneyInWords(totalPaidVnd) },
    petitions: { total, ...kindsOfPetition, settled, outstanding: total - settled },
  };
}
