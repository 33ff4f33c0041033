/**
 * `npm run bench:picture`: draws how lists, steps and the sweep grow from ten thousand cases to a million, from
 * `bench/results` into `docs/growth.svg`. `node bench/picture.mjs FOLDER FILE` for other ones.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './data/built.mjs';
import { results } from './measure.mjs';

const [from = results, to = join(root, 'docs/growth.svg')] = process.argv.slice(2);
const databases = { SQLite: '#b45309', PostgreSQL: '#1d4ed8' };
/** `x` is the field of a figure that grows. */
const panels = [
  { part: 'lists', of: /: overdue, p95$/, title: 'Danh sách quá hạn (p95)', unit: 'ms', x: 'cases' },
  { part: 'lists', of: /: search, p95$/, title: 'Tìm kiếm (p95)', unit: 'ms', x: 'cases' },
  { part: 'lists', of: /: case, p95$/, title: 'Mở một hồ sơ (p95)', unit: 'ms', x: 'cases' },
  { part: 'lists', of: /: backlog, p95$/, title: 'Việc tồn đọng (p95)', unit: 'ms', x: 'cases' },
  { part: 'change', of: /: steps, 8 clients$/, title: 'Ghi bước xử lý, 8 người', unit: 'lượt/giây', x: 'cases' },
  { part: 'reminders', of: /: sweep of .*, 1k due$/, title: 'Quét nhắc hạn, 1.000 việc', unit: 'ms', x: 'open' },
];
const axis = { cases: 'số hồ sơ', open: 'số thời hạn đang chạy' };
const size = { width: 320, height: 230, left: 58, right: 36, top: 40, bottom: 44 };
const perRow = 3;
const top = 34;

const number = (n) => n.toLocaleString('vi-VN', { maximumFractionDigits: n < 10 ? 1 : 0 });
const text = (x, y, words, more = '') => `<text x="${x}" y="${y}" ${more}>${words}</text>`;

/** The next of 1, 2, 5, 10, … that is no less. */
function roundUp(n) {
  const power = 10 ** Math.floor(Math.log10(n || 1));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= n);
}

const read = (part) => {
  const file = join(from, `${part}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).figures : [];
};

/** The curves of a panel: per database the program's, and its floor's where it has one. */
function curvesOf({ part, of, x }) {
  const figures = read(part).filter(({ name, database }) => database && of.test(name));
  return Object.keys(databases).flatMap((database) => {
    const own = figures.filter((f) => f.database === database).sort((a, b) => a[x] - b[x]);
    const line = (key) => own.filter((f) => Number.isFinite(f[key])).map((f) => [f[x], f[key]]);
    return [
      { database, points: line('ours') },
      { database, points: line('floor'), floor: true },
    ].filter(({ points }) => points.length > 0);
  });
}

function panel(given, at) {
  const { width, height, left, right, top: above, bottom } = size;
  const curves = curvesOf(given);
  const highest = roundUp(Math.max(1, ...curves.flatMap(({ points }) => points.map(([, y]) => y))));
  const across = (cases) => left + (Math.log10(cases / 10_000) / 2) * (width - left - right);
  const up = (y) => height - bottom - (y / highest) * (height - above - bottom);
  const lines = [0, 0.5, 1].map((share) => {
    const y = up(share * highest);
    const words = text(left - 6, y + 4, number(share * highest), 'text-anchor="end" class="small"');
    return `<line x1="${left}" x2="${width - right}" y1="${y}" y2="${y}" stroke="#d4d4d8"/>${words}`;
  });
  const ticks = [10_000, 200_000, 1_000_000].map((cases) =>
    text(across(cases), height - bottom + 16, number(cases), 'text-anchor="middle" class="small"'),
  );
  const drawn = curves.map(({ database, points, floor }) => {
    const places = points.map(([x, y]) => `${across(x).toFixed(1)},${up(y).toFixed(1)}`);
    const color = databases[database];
    const dots = places.map((place) => `<circle cx="${place.split(',')[0]}" cy="${place.split(',')[1]}" r="3"/>`);
    const style = floor ? 'stroke-width="1.2" stroke-dasharray="3 3"' : 'stroke-width="2"';
    const line = `<polyline points="${places.join(' ')}" fill="none" stroke="${color}" ${style}/>`;
    return floor ? line : `${line}<g fill="${color}">${dots.join('')}</g>`;
  });
  const head = text(left, above - 16, `${given.title}, ${given.unit}`, 'font-weight="600"');
  const foot = text((left + width - right) / 2, height - 10, axis[given.x], 'text-anchor="middle" class="small"');
  const place = `translate(${(at % perRow) * width}, ${top + Math.floor(at / perRow) * height})`;
  return `<g transform="${place}">${head}${lines.join('')}${ticks.join('')}${drawn.join('')}${foot}</g>`;
}

const legend = Object.entries(databases).map(
  ([name, color], i) =>
    `<line x1="${size.left + i * 120}" x2="${size.left + 24 + i * 120}" y1="18" y2="18" stroke="${color}" stroke-width="2"/>` +
    text(size.left + 30 + i * 120, 22, name),
);
const width = size.width * perRow;
/** What was measured at one size only does not grow. */
const growing = panels.filter((one) => curvesOf(one).some(({ points }) => points.length > 1));
const height = top + size.height * Math.ceil(growing.length / perRow);
writeFileSync(
  to,
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
    `role="img" aria-label="Tốc độ khi số hồ sơ tăng" font-family="system-ui, sans-serif" font-size="13" fill="#18181b">` +
    `<style>.small{font-size:11px;fill:#52525b}</style><rect width="100%" height="100%" fill="#fff"/>` +
    `${legend.join('')}${text(size.left + 250, 22, 'nét đứt: sàn, chỉ làm phần việc của cơ sở dữ liệu', 'class="small"')}` +
    `${growing.map(panel).join('')}</svg>\n`,
);
console.log(to);
