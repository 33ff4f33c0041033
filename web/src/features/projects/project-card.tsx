import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { components } from '../../api/schema.js';
import { area, count, day, money } from '../../text/format.js';
import { useNames, useText } from '../../text/language.js';
import { Obstacles } from './obstacles.js';
import { text } from './projects.text.js';
import { StackedBar, type Segment, type Tone } from './stacked-bar.js';

export type Project = components['schemas']['ProjectView'];
type StateCount = components['schemas']['StateCount'];

const done = ['handed_over', 'reburied', 'confirmed', 'closed'];
const toneOf = ({ state, phase }: StateCount): Tone => (done.includes(state) || phase === 'closed' ? 'done' : phase);

/** One project: its numbers, its bars and its obstacles. */
export function ProjectCard({ project }: { project: Project }) {
  const t = useText(text);
  const names = useNames();
  const { households, graves, money: sums, code } = project;
  const listOf =
    (kind: string, ...state: string[]) =>
    (children: ReactNode) => (
      <Link to="/ho-so" search={{ kind: [kind], project: [code], ...(state.length > 0 && { state }) }}>
        {children}
      </Link>
    );
  const segments = (
    kind: string,
    states: readonly StateCount[],
    of: (row: StateCount) => { value: number; text: string },
  ): Segment[] =>
    states.map((row) => ({
      key: row.state,
      label: names(row),
      tone: toneOf(row),
      link: listOf(kind, row.state),
      ...of(row),
    }));
  const byCount = (row: StateCount) => ({ value: row.count, text: count(row.count) });
  const unpaid = Math.max(0, sums.approvedVnd - sums.paidVnd);
  const facts: [string, ReactNode][] = [];
  const fact = (name: string, value: ReactNode, given: unknown) => given && facts.push([name, value]);
  fact(
    t.handedOver,
    listOf(
      'household-file',
      'handed_over',
      'closed',
    )(t.of(count(households.handedOver), t.householdsCount(count(households.total)))),
    households.total > 0,
  );
  fact(
    t.holdouts,
    <Link to="/chua-dong-y" search={{ project: code }} className="late">
      {t.householdsCount(count(households.holdouts))}
    </Link>,
    households.holdouts > 0,
  );
  fact(t.recovered, listOf('household-file')(area(households.areaRecoveredM2)), Number(households.areaRecoveredM2) > 0);
  fact(t.donated, listOf('household-file')(area(households.areaDonatedM2)), Number(households.areaDonatedM2) > 0);
  fact(
    t.moved,
    <Link to="/mo" search={{ project: code }}>
      {t.of(count(graves.moved), t.gravesCount(count(graves.total)))}
    </Link>,
    graves.total > 0,
  );
  fact(t.notified, area(project.areaNotifiedM2), project.areaNotifiedM2);
  fact(t.investor, project.investor, project.investor);
  return (
    <article className="card stack project" aria-labelledby={`project-${code}`}>
      <header className="row spread">
        <h2 id={`project-${code}`}>{project.title}</h2>
        <span className="row">
          <span
            className={
              project.phase === 'closed' ? 'badge good' : project.phase === 'holdout' ? 'badge late' : 'badge accent'
            }
          >
            {names({ vi: project.stateVi, en: project.stateEn })}, {t.since(day(project.stateSince))}
          </span>
          <Link to="/ho-so/$code" params={{ code }} className="btn small no-print">
            {t.openCase}
          </Link>
        </span>
      </header>
      <dl className="project-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="project-bars">
        <StackedBar
          title={t.households}
          total={t.householdsCount(count(households.total))}
          empty={t.noHouseholds}
          segments={segments('household-file', households.byState, byCount)}
        />
        {Number(households.areaRecoveredM2) > 0 && (
          <StackedBar
            title={t.areas}
            total={area(households.areaRecoveredM2)}
            segments={segments('household-file', households.byState, (row) => ({
              value: Number(row.areaRecoveredM2),
              text: area(row.areaRecoveredM2),
            }))}
          />
        )}
        {graves.total > 0 && (
          <StackedBar
            title={t.graves}
            total={t.gravesCount(count(graves.total))}
            segments={segments('grave-relocation', graves.byState, byCount).map((segment) => ({
              ...segment,
              link: (children) => (
                <Link to="/mo" search={{ project: code, state: [segment.key] }}>
                  {children}
                </Link>
              ),
            }))}
          />
        )}
        {sums.approvedVnd > 0 && (
          <StackedBar
            title={t.money}
            total={t.of(money(sums.paidVnd), money(sums.approvedVnd))}
            segments={[
              { key: 'paid', label: t.paid, value: sums.paidVnd, text: money(sums.paidVnd), tone: 'done' },
              { key: 'unpaid', label: t.unpaid, value: unpaid, text: money(unpaid), tone: 'waiting' },
            ]}
          />
        )}
      </div>
      <Obstacles project={project} />
    </article>
  );
}
