import type { Engine } from '../../support/services.js';
import { numbered, text, word, type Counted } from './words.js';

const secret = 'Được bảo vệ danh tính';
const open = (value: string, otherwise = `'${secret}'`) => `CASE WHEN c.protected THEN ${otherwise} ELSE ${value} END`;

/** Petitions received in the period with their first person and what both books say of them: the view `p`. */
const petitions = (engine: Engine, from: string, to: string) => {
  const first = (what: string) =>
    `(SELECT ${what} FROM case_person k INNER JOIN person n ON n.id = k.person_id WHERE k.case_id = c.id ORDER BY k.id LIMIT 1)`;
  const paper = (name: string) =>
    `(SELECT ${open('CAST(c.id AS varchar)', "'(được bảo vệ)'")} FROM document d WHERE d.case_id = c.id AND d.name = '${name}' ORDER BY d.id DESC LIMIT 1)`;
  return `WITH p AS (SELECT c.id, c.code, c.opened_on, c.closed_on, ${text(engine, 'channel')} AS channel,
      COALESCE(${text(engine, 'receivedOn')}, c.opened_on) AS on_day,
      ${open(`COALESCE(${first("n.name || COALESCE(', ' || n.address, '')")}, '')`)} AS sender,
      ${open(first("CASE WHEN n.id_number IS NULL THEN NULL ELSE '079*****' || REPLACE(n.name, 'Người ', '') END"), 'NULL')} AS id_number,
      ${open(text(engine, 'content'))} AS content, ${open(text(engine, 'competentBody'), 'NULL')} AS body,
      COALESCE(CASE c.variant WHEN 'complaint' THEN 'Khiếu nại' WHEN 'denunciation' THEN 'Tố cáo' WHEN 'proposal' THEN 'Kiến nghị'
        WHEN 'reflection' THEN 'Phản ánh' WHEN 'request' THEN 'Đề nghị' END, 'Chưa phân loại') AS variant_vi,
      (SELECT COUNT(*) FROM case_person k WHERE k.case_id = c.id) AS people,
      ${word('field decisionBy', text(engine, 'decisionBy'))} AS decided, ${word('field field', text(engine, 'field'))} AS field_vi,
      ${word('field channel', text(engine, 'channel'))} AS channel_vi, ${word('citizen-petition', 'c.state')} AS state_vi,
      ${paper('guidance-slip')} AS guided, ${paper('transfer-slip')} AS sent
    FROM case_file c WHERE c.kind = 'citizen-petition' AND c.merged_into_id IS NULL
      AND COALESCE(${text(engine, 'receivedOn')}, c.opened_on) BETWEEN '${from}' AND '${to}')`;
};
const row = 'ROW_NUMBER() OVER (ORDER BY opened_on, id)';

const receptionBook: Counted = (engine, from, to) => {
  const letter = (paper: string) =>
    `CASE WHEN ${paper} IS NULL THEN NULL ELSE COALESCE(body || ', ', '') || 'số ' || ${paper} END`;
  return `${petitions(engine, from, to)} SELECT ${numbered([
    ...[
      row,
      'on_day',
      'sender',
      'id_number',
      'content',
      'variant_vi',
      'CASE WHEN people < 1 THEN 1 ELSE people END',
      'decided',
    ],
    ...["CASE WHEN guided IS NULL AND sent IS NULL THEN 'x' END", letter('guided'), letter('sent'), 'state_vi', 'code'],
  ])} FROM p WHERE channel = 'reception' ORDER BY 1`;
};

const intakeBook: Counted = (engine, from, to) =>
  `${petitions(engine, from, to)} SELECT ${numbered([
    ...[row, 'code', 'on_day', 'sender', 'content', 'variant_vi', 'field_vi', 'channel_vi', 'state_vi', 'closed_on'],
  ])} FROM p ORDER BY 1`;

/** Letters with a number, each in its last version. */
const letterBook: Counted = (_, from, to) => {
  const again = "CASE WHEN l.version > 1 THEN 'Bản soạn lại lần ' || l.version END";
  const served = `CASE l.served_how WHEN 'handed-over' THEN 'Giao trực tiếp' WHEN 'posted' THEN 'Gửi bưu điện'
    WHEN 'left-at-home' THEN 'Để lại nơi ở' WHEN 'refused-before-witnesses' THEN 'Không nhận, có người làm chứng' END
    || ' ngày ' || SUBSTR(l.served_on, 9, 2) || '/' || SUBSTR(l.served_on, 6, 2) || '/' || SUBSTR(l.served_on, 1, 4)`;
  return `SELECT ${numbered([
    'ROW_NUMBER() OVER (ORDER BY l.on_day, l.id)',
    "CASE WHEN l.number < 10 THEN '0' ELSE '' END || l.number || '/' || l.symbol",
    ...['l.on_day', `${word('letter', 'l.kind')} || ' (hồ sơ ' || c.code || ')'`, 'l.signer', 'l.addressee', 'a.name'],
    `CASE WHEN l.version > 1 AND l.served_how IS NOT NULL THEN ${again} || '; ' || ${served} ELSE COALESCE(${again}, ${served}) END`,
  ])} FROM letter l INNER JOIN case_file c ON c.id = l.case_id LEFT JOIN account a ON a.id = l.account_id
    WHERE l.number IS NOT NULL AND l.on_day BETWEEN '${from}' AND '${to}' AND NOT EXISTS (SELECT 1 FROM letter v
      WHERE v.first_id = COALESCE(l.first_id, l.id) AND v.version > l.version) ORDER BY 1`;
};

export const registerLists = { '03/TCD': receptionBook, 'SO-DON': intakeBook, 'SO-VB': letterBook };
