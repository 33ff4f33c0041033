/** How busy processes and the machine are, as Linux tells it: where a limit is missed, this says what ran out. */
import { readFileSync, readdirSync } from 'node:fs';
import { cpus } from 'node:os';

const ticksPerSecond = 100;

function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold blanks; what is counted stands after it.
    const [, parent, ...fields] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [user, system, gone, goneSystem] = fields.slice(9, 13).map(Number);
    return {
      parent: Number(parent),
      own: (user + system) / ticksPerSecond,
      gone: (gone + goneSystem) / ticksPerSecond,
    };
  } catch {
    return undefined; // ended meanwhile
  }
}

/** Processor seconds of a process, its living children and those it has buried. */
function secondsOf(pid) {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), ...statOf(name) }));
  const self = all.find((one) => one.pid === pid);
  const children = all.filter((one) => one.parent === pid);
  return (self?.own ?? 0) + (self?.gone ?? 0) + children.reduce((sum, { own }) => sum + own, 0);
}

function machineSeconds() {
  return cpus().reduce((sum, { times }) => sum + (times.user + times.nice + times.sys + times.irq) / 1000, 0);
}

/** @param groups process ids by name; the returned function gives the cores each kept busy since, and the machine */
export function watchCpu(groups) {
  const now = () => ({
    ...Object.fromEntries(
      Object.entries(groups).map(([name, pids]) => [name, pids.reduce((sum, pid) => sum + secondsOf(pid), 0)]),
    ),
    'this client': (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
    'whole machine': machineSeconds(),
  });
  const begun = performance.now();
  const before = now();
  return () => {
    const seconds = (performance.now() - begun) / 1000;
    return Object.fromEntries(Object.entries(now()).map(([name, used]) => [name, (used - before[name]) / seconds]));
  };
}
