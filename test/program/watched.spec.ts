import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { freePort } from '../../scripts/servers.mjs';
import { engines } from '../support/services.js';
import { Ward } from '../support/ward.js';
import { BuiltProgram, sameWard } from './built-program.js';

const onPostgres = engines().includes('postgres') ? test : test.skip;

onPostgres('api and worker each tell their figures, and in a container each line is JSON', async () => {
  const ward = await Ward.start({ engine: 'postgres', queue: 'embedded', jobs: 'separate' });
  const ports = { main: await freePort(), worker: await freePort() };
  const start = (program: 'main' | 'worker') =>
    BuiltProgram.start(
      program,
      sameWard(ward, { JOBS: 'separate', METRICS_PORT: String(ports[program]), NODE_ENV: 'production' }),
    );
  const [main, worker] = [start('main'), start('worker')];
  try {
    const [, url] = await main.says(/"message":"Mặt Bằng: (http\S+)/);
    await worker.works();
    await fetch(`${url}/health/live`);
    const told = async (program: 'main' | 'worker') =>
      (await fetch(`http://127.0.0.1:${ports[program]}/metrics`)).text();
    expect(await told('main')).toMatch(/request_duration_seconds_count\{.*route="\/health\/live".*\} 1/);
    // The start of the job process sweeps; wait for it.
    for (let i = 0; i < 100 && !/sweep_duration_seconds_count\{/.test(await told('worker')); i++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await told('worker')).toMatch(/matbang_sweep_duration_seconds_count\{outcome="done"\} 1/);
    expect(await told('worker')).toMatch(/process_resident_memory_bytes \d/);
    expect(await main.stop()).toMatchObject({ code: 0 });
    expect(await worker.stop()).toMatchObject({ code: 0 });
    for (const line of `${main.out}${main.err}${worker.out}${worker.err}`.trim().split('\n'))
      expect(JSON.parse(line)).toMatchObject({ level: expect.any(String), message: expect.any(String) });
  } finally {
    await Promise.all([main.stop(), worker.stop()]);
    await ward.stop();
  }
});

test('a port already taken ends the start with a sentence', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const ward = await Ward.start({ jobs: 'separate' });
  await ward.leave();
  const { port } = server.address() as AddressInfo;
  const main = BuiltProgram.start('main', sameWard(ward, { METRICS_PORT: String(port), LOG_FORMAT: 'json' }));
  try {
    expect(await main.ended()).toMatchObject({ code: 1 });
    expect(main.err).toContain(`EADDRINUSE`);
    for (const line of main.err.trim().split('\n')) JSON.parse(line);
  } finally {
    await main.stop();
    server.close();
    await ward.stop();
  }
});

test('a wrong LOG_FORMAT and a wrong METRICS_PORT are named with the other mistakes', async () => {
  const main = BuiltProgram.start('main', { LOG_FORMAT: 'xml', METRICS_PORT: 'x', DATA_DIR: '/khong-co' });
  expect(await main.ended()).toMatchObject({ code: 1 });
  expect(main.err).toContain('LOG_FORMAT phải là "text" hoặc "json".');
  expect(main.err).toContain('METRICS_PORT phải là số từ 0 đến 65535.');
});
