import type { EntityManager } from 'typeorm';
import { ask, askingTogether } from '../../src/platform/ask.js';
import { engines } from '../support/services.js';
import { Ward } from '../support/ward.js';

test.each(engines())('more questions at once than PostgreSQL takes in one statement, on %s', async (engine) => {
  const ward = await Ward.start({ engine });
  try {
    const manager = askingTogether(ward.database.manager);
    const numbers = [...Array(3_500).keys()];
    const answers = await Promise.all(
      numbers.map((n) => ask<{ n: number }>(manager, 'SELECT CAST(:n AS integer) AS n', { n })),
    );
    expect(answers.map(([row]) => row?.n)).toEqual(numbers);
  } finally {
    await ward.stop();
  }
});

test.each(engines())(
  'what is asked at once comes back as if asked alone: order, numbers, nothing, on %s',
  async (engine) => {
    const ward = await Ward.start({ engine });
    try {
      const rows =
        "SELECT 1 AS n, 'ă' AS word, NULL AS gone UNION ALL SELECT 9007199254740991, '\"', 'x' UNION ALL SELECT 2, '', NULL";
      const questions: [string, object, string[]][] = [
        [`SELECT * FROM (${rows}) r ORDER BY n DESC`, {}, ['n', 'word', 'gone']],
        [`SELECT n FROM (${rows}) r WHERE word = :word`, { word: 'không có' }, ['n']],
        [`SELECT word FROM (${rows}) r WHERE n IN (:...ns) ORDER BY word DESC`, { ns: [1, 2] }, ['word']],
        [
          'SELECT a.login AS login FROM account a WHERE a.active = :yes ORDER BY a.login DESC LIMIT 2',
          { yes: true },
          ['login'],
        ],
      ];
      const asked = (manager: EntityManager) =>
        Promise.all(questions.map(([sql, parameters, columns]) => ask(manager, sql, parameters, columns)));
      const alone = [];
      for (const [sql, parameters] of questions) alone.push(await ask(ward.database.manager, sql, parameters));
      const numbers = (value: unknown) => JSON.parse(JSON.stringify(value).replaceAll(/"(\d{16})"/g, '$1')) as unknown;
      expect(numbers(await asked(askingTogether(ward.database.manager)))).toEqual(numbers(alone));
      expect(alone[0]).toHaveLength(3);
    } finally {
      await ward.stop();
    }
  },
);
