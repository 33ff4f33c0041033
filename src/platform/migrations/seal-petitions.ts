import type { QueryRunner } from 'typeorm';
import { keyAbout, sealContent, sealText } from '../../audit/seal-content.js';
import { sealingOf } from '../sealing.js';

/**
 * What was written on petitions before their words were sealed, history among it: from here on history is never written
 * anew. The first start after this seals the title, fields and people of those that are denunciations (`prepare-database.ts`).
 */
export async function sealPetitions(runner: QueryRunner): Promise<void> {
  const petitions = (await runner.query("SELECT id FROM case_file WHERE kind = 'citizen-petition'")) as {
    id: number;
  }[];
  if (petitions.length === 0) return;
  const sealing = sealingOf(runner.manager);
  if (!sealing.ready) sealing.create();
  for (const { id } of petitions) {
    const sealedKey = sealing.newKey(keyAbout);
    const key = sealing.keyFrom(sealedKey, keyAbout);
    const sealed = (text: string | null) => text && sealText(key, text);
    const content = (json: string | null) =>
      json && JSON.stringify(sealContent(key, JSON.parse(json) as object | null));
    await runner.query('UPDATE case_file SET sealed_key = $1 WHERE id = $2', [sealedKey, id]);
    for (const line of (await runner.query('SELECT id, "before", "after", note FROM history WHERE case_id = $1', [
      id,
    ])) as { id: number; before: string | null; after: string | null; note: string | null }[])
      await runner.query('UPDATE history SET "before" = $1, "after" = $2, note = $3 WHERE id = $4', [
        content(line.before),
        content(line.after),
        sealed(line.note),
        line.id,
      ]);
    for (const clock of (await runner.query('SELECT id, extensions FROM deadline WHERE case_id = $1', [id])) as {
      id: number;
      extensions: string;
    }[])
      await runner.query('UPDATE deadline SET extensions = $1 WHERE id = $2', [content(clock.extensions), clock.id]);
    for (const paper of (await runner.query(
      'SELECT id, number, file_name AS "fileName" FROM document WHERE case_id = $1',
      [id],
    )) as { id: number; number: string | null; fileName: string | null }[])
      await runner.query('UPDATE document SET number = $1, file_name = $2 WHERE id = $3', [
        sealed(paper.number),
        sealed(paper.fileName),
        paper.id,
      ]);
  }
}
