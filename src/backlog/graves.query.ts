import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CaseFile } from '../cases/case-file.entity.js';
import { findCase } from '../cases/find-case.js';
import { lunarOf } from '../deadlines/lunar-day.js';
import { workflowOf } from '../domain/kinds/registry.js';
import type { PlainDate } from '../domain/plain-date.js';
import type { Officer } from '../platform/officer.js';
import { READ } from '../platform/connections.js';
import { daysOfSteps, gravesOf, kinNames, linkedCases, noticeEnds } from './grave-facts.js';
import type { GraveRow, GraveTotals, GravesView } from './graves.view.js';

/** A ward has a few thousand graves at most, and a register is read as a whole. */
const most = 5000;

/** The register of graves: whose, notice, planned move, money, move and new plot, with the totals of each project. */
@Injectable()
export class GravesQuery {
  constructor(@InjectDataSource(READ) private readonly database: DataSource) {}

  async run(officer: Officer, projectCode?: string): Promise<GravesView> {
    const { manager } = this.database;
    const project = projectCode === undefined ? undefined : await findCase(manager, officer, projectCode, 'list');
    const of = gravesOf(officer, project?.id);
    const graves = await manager
      .createQueryBuilder(CaseFile, 'c')
      .where(of.sql, of.parameters)
      .orderBy('c.projectId')
      .addOrderBy('c.id')
      .limit(most)
      .getMany();
    const days = await daysOfSteps(manager, of);
    const notices = await noticeEnds(manager, of);
    const kin = await kinNames(manager, of);
    const links = await linkedCases(manager, of, officer);
    const items = graves.map((grave): GraveRow => {
      const { fields } = grave;
      const state = workflowOf(grave.kind).states[grave.state]!;
      const text = (name: 'graveNumber' | 'deceased' | 'kin' | 'graveKind' | 'zone' | 'newPlot' | 'plannedMoveLunar') =>
        (fields[name] as string | undefined) ?? null;
      const known = text('kin') ?? (kin(grave.id).join(', ') || null);
      const plannedMoveOn = (fields.plannedMoveOn as PlainDate | undefined) ?? null;
      const day = days(grave.id);
      return {
        id: grave.id,
        code: grave.code,
        title: grave.title,
        graveNumber: text('graveNumber'),
        deceased: text('deceased') ?? 'Chưa rõ tên',
        deceasedKnown: text('deceased') !== null,
        kin: known,
        kinKnown: known !== null,
        graveKind: text('graveKind'),
        zone: text('zone'),
        noticeDays: (fields.noticeDays as number | undefined) ?? null,
        noticeEndsOn: notices.get(grave.id) ?? null,
        plannedMoveOn,
        plannedMoveLunar: text('plannedMoveLunar') ?? (plannedMoveOn && lunarOf(plannedMoveOn)),
        amountVnd: grave.amountVnd,
        paidOn: day('record-payment'),
        exhumedOn: day('record-exhumation'),
        movedOn: day('record-reburial'),
        newPlot: text('newPlot'),
        state: grave.state,
        stateVi: state.vi,
        stateEn: state.en,
        phase: grave.phase,
        household: links.get(grave.householdId ?? 0) ?? null,
        project: links.get(grave.projectId ?? 0) ?? null,
      };
    });
    return { items, totals: totalsOf(items) };
  }
}

function totalsOf(items: readonly GraveRow[]): GraveTotals[] {
  return [...new Set(items.map((row) => row.project?.id))].map((id) => {
    const mine = items.filter((row) => row.project?.id === id);
    const count = (test: (row: GraveRow) => boolean) => mine.filter(test).length;
    return {
      project: mine[0]!.project,
      total: mine.length,
      kinKnown: count((row) => row.kinKnown),
      paid: count((row) => row.paidOn !== null),
      paidVnd: mine.reduce((sum, row) => sum + (row.paidOn === null ? 0 : (row.amountVnd ?? 0)), 0),
      exhumed: count((row) => row.exhumedOn !== null),
      moved: count((row) => row.movedOn !== null),
    };
  });
}
