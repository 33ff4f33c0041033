import Sequencer from '@jest/test-sequencer';

/** Suites that take minutes, most of it waiting: begun first, the others run beside them. */
const long = [
  'suite-',
  'browser/every-screen',
  'program/many-processes',
  'program/kill-under-load',
  'program/kill-during-sweep',
  'program/postgres-restart',
  'program/disk-faults',
  'program/start-and-stop',
  'browser/desk',
];
const rank = ({ path }) => {
  const place = long.findIndex((name) => path.replaceAll('\\', '/').includes(`/test/${name}`));
  return place < 0 ? long.length : place;
};

export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
}
