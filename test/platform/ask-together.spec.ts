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
