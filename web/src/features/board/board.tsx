import { Link, useSearch } from '@tanstack/react-router';
import { useMe } from '../../app/session.js';
import { everydayWords } from '../../text/everyday-words.js';
import { count, day } from '../../text/format.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { Empty, Loaded } from '../../ui/show.js';
import { Ageing } from './ageing.js';
import { BackupWarning } from './backup-warning.js';
import { backlogQuery, boardQuery, type BoardData } from './board.query.js';
import { boardText } from './board.text.js';
import { CaseCount, dueSoon, openPhases, type CaseSearch } from './counts.js';
import { HoldoutMatrix } from './holdout-matrix.js';
import { OfficerLoads } from './officer-loads.js';
import { OverdueByLaw } from './overdue-by-law.js';
import { StateBacklog } from './state-backlog.js';
import { StuckList } from './stuck-list.js';
import { Trends } from './trends.js';
import { WardsBelow } from './wards-below.js';
import { WardFigures } from './ward-figures.js';
import { useTurning } from './use-turning.js';
import './board.css';
import './board-tables.css';
import './board-wall.css';

/** What is stuck, since when, with whom, and what may lawfully be done next. `?tv=1`: on the wall of the Monday meeting. */
export function Board() {
  const t = useText(boardText);
  const c = useText(everydayWords);
  const me = useMe();
  const search = useSearch({ from: '/inside/bang-dieu-hanh' });
  const tv = search.tv === '1';
  const turning = tv && search.lat === '1';
  useTurning(turning);
  if (me.role !== 'supervisor' && me.role !== 'auditor')
    return (
      <Empty>
        <h1>{t.title}</h1>
        <p>{t.notYours}</p>
        <Link to="/" className="btn">
          {t.toWork}
        </Link>
      </Empty>
    );
  return (
    <div className={tv ? 'board tv' : 'board'}>
      <div className="row spread">
        <h1>
          {t.title}
          <span className="board-unit">: {me.unit.name}</span> <span className="soft">{t.asOf(day(me.today))}</span>
        </h1>
        <span className="row no-print">
          {!tv && <Button onClick={() => print()}>{c.print}</Button>}
          {tv && (
            <Link
              to="/bang-dieu-hanh"
              search={{ ...search, lat: turning ? undefined : '1' }}
              className="btn quiet"
              replace
            >
              {turning ? t.stopTurning : t.turn}
            </Link>
          )}
          <Link to="/bang-dieu-hanh" search={{ ...search, tv: tv ? undefined : '1', lat: undefined }} className="btn">
            {tv ? t.leaveTv : t.tv}
          </Link>
        </span>
      </div>
      <Loaded query={boardQuery(tv)}>
        {(board) => (
          <>
            <BackupWarning backup={board.backup} />
            <Parts board={board} tv={tv} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Parts({ board, tv }: { board: BoardData; tv: boolean }) {
  return (
    <div className="board-parts">
      <TopRow board={board} />
      <StuckList lines={board.stuck} />
      <OfficerLoads load={board.load} today={board.asOf} />
      <OverdueByLaw rows={board.overdueByLaw} />
      <HoldoutMatrix cells={board.holdoutCauses} />
      <Ageing kinds={board.ageing} today={board.asOf} />
      <Trends trends={board.trends} />
      {!tv && <WardsBelow />}
      <Loaded query={backlogQuery(tv)}>
        {(backlog) => (
          <>
            <StateBacklog backlog={backlog} />
            <WardFigures backlog={backlog} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function TopRow({ board }: { board: BoardData }) {
  const t = useText(boardText).top;
  const tiles: [name: 'open' | 'overdue' | 'soon' | 'ownerless', value: number, search: CaseSearch, look?: string][] = [
    ['open', board.open, { phase: openPhases }],
    ['overdue', board.overdue, { overdue: 'true', sort: 'due' }, 'late'],
    ['soon', board.next7Days, { ...dueSoon(board.asOf), sort: 'due' }, 'soon'],
    ['ownerless', board.ownerless, { phase: openPhases, assignee: ['none'] }, 'soon'],
  ];
  return (
    <ul className="board-top" aria-label={t.label}>
      {tiles.map(([name, value, search, look]) => (
        <li key={name} className={value > 0 ? look : undefined}>
          <CaseCount value={value} search={search}>
            <b>{count(value)}</b>
            <span>{t[name]}</span>
          </CaseCount>
        </li>
      ))}
      <li className={board.holdouts > 0 ? 'holdout' : undefined}>
        <Link to="/chua-dong-y" search={{}}>
          <b>{count(board.holdouts)}</b>
          <span>{t.holdouts}</span>
        </Link>
      </li>
    </ul>
  );
}
