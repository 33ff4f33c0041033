import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { clockFactsOf } from '../cases/case-facts.js';
import { CaseQuery } from '../cases/case.query.js';
import type { CaseView } from '../cases/case.view.js';
import { findCase, followMerge } from '../cases/find-case.js';
import { OpenSecrets } from '../cases/open-secrets.js';
import { lawPack } from '../deadlines/law-files.js';
import { loadCalendar } from '../deadlines/load-calendar.js';
import { dueDate } from '../domain/deadlines/due-date.js';
import { DomainError, refuse, type Problem } from '../domain/errors.js';
import { remoteTerm, type ClockFacts } from '../domain/law/law-pack.js';
import { hasDueDate } from '../domain/law/rule.js';
import { vietnameseDay, type PlainDate } from '../domain/plain-date.js';
import { Unit } from '../people/unit.entity.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import type { Officer } from '../platform/officer.js';
import { isText } from '../platform/sane-input.js';
import type { LetterDto, SignerRank } from './letter.dto.js';
import { fieldNamed } from './letter-fields.js';
import { clocksOf, letterKind, useOf, type LetterKind } from './letter-kinds.js';
import type { AboutLetter } from './letter-values.js';

/** Everything a letter is filled with, short of its number. */
export interface Composed {
  letter: LetterKind;
  /** The case as its letters may tell of it: opened, where the officer gave a reason. */
  file: CaseView;
  about: AboutLetter;
}

/** `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH` (Nghị định 30/2020, Phụ lục I, mục II khoản 7). */
const capacityOf = ({ by }: LetterKind, rank: SignerRank): string =>
  [
    ...(by === 'committee' ? ['TM. ỦY BAN NHÂN DÂN'] : []),
    ...(rank === 'chair' ? ['CHỦ TỊCH'] : ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']),
  ].join('\n');

/** Reads what a letter needs. A protected petition is opened for it only with a reason, and the reading is written down. */
@Injectable()
export class ComposeLetter {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly cases: CaseQuery,
    private readonly secrets: OpenSecrets,
  ) {}

  async run(idOrCode: string, given: LetterDto, officer: Officer): Promise<Composed> {
    const letter = letterKind(given.kind);
    const today = this.clock.today();
    if (given.on > today)
      throw new DomainError('on-in-future', `Ngày văn bản ${vietnameseDay(given.on)} ở tương lai.`, [
        { code: 'on-in-future', field: 'on', detail: 'Hãy nhập ngày ghi trên văn bản.' },
      ]);
    if (letter.wardFrom && given.on < letter.wardFrom.day)
      throw new DomainError('not-the-wards', `${letter.wardFrom.before}; phường không ban hành.`, [
        { code: 'not-the-wards', field: 'on', detail: letter.wardFrom.before },
      ]);
    const typed = typedValues(given.values ?? {});
    const { code, hidden, clockFacts, unit } = await this.look(idOrCode, letter, officer);
    if (hidden && !given.reason)
      throw new DomainError('reason-needed', 'Đơn được bảo vệ danh tính: hãy ghi lý do mở để soạn văn bản.', [
        { code: 'missing-field', field: 'reason', detail: 'Hãy ghi lý do.' },
      ]);
    const file = hidden ? await this.secrets.read(code, given.reason!, officer) : await this.cases.show(code, officer);
    const term = letter.startsTerm ? await this.termFrom(letter, file, given.on, clockFacts) : undefined;
    const signer = { capacity: capacityOf(letter, given.signerRank), name: given.signer.trim() };
    return { letter, file, about: { unit, on: given.on, signer, typed, clockFacts, ...(term && { term }) } };
  }

  /** When the term that begins with the letter would end. */
  private async termFrom({ terms }: LetterKind, file: CaseView, on: PlainDate, facts: ClockFacts) {
    const [clock] = clocksOf(terms, file);
    const rule = clock && lawPack.ruleFor(clock, on, facts);
    if (!rule || !hasDueDate(rule)) return undefined;
    const term = remoteTerm(rule, facts);
    const { date } = dueDate(on, rule, await loadCalendar(this.database.manager), term && { term });
    return { dueOn: date, rule };
  }

  /** The case must be one the officer works on, and the letter one of its own. */
  private async look(idOrCode: string, letter: LetterKind, officer: Officer) {
    const { manager } = this.database;
    const file = await followMerge(manager, await findCase(manager, officer, idOrCode));
    if (!useOf(letter, file))
      throw new DomainError('wrong-kind', `Hồ sơ "${file.code}" không dùng văn bản "${letter.vi}".`, [
        { code: 'wrong-kind', field: 'kind', detail: 'Hãy chọn văn bản khác.' },
      ]);
    const { name, parent } = await manager.findOneByOrFail(Unit, { id: file.unitId });
    return {
      code: file.code,
      hidden: file.protected,
      clockFacts: await clockFactsOf(manager, file),
      unit: { name, parent },
    };
  }
}

function typedValues(values: Record<string, unknown>): Record<string, string> {
  const problems: Problem[] = [];
  const typed: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    const known = fieldNamed(name);
    const field = `values.${name}`;
    if (!known) problems.push({ code: 'unknown-field', field, detail: `Không có trường "${name}".` });
    else if (typeof value !== 'string' || value.length > 4000 || !isText(value))
      problems.push({ code: 'bad-field', field, detail: `"${name}" phải là chữ, dài tối đa 4000 ký tự.` });
    else if (value.trim()) typed[known.name] = value.trim();
  }
  refuse(problems, 'bad-input');
  return typed;
}
