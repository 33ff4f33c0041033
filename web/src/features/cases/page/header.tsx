import { Link } from '@tanstack/react-router';
import { everydayWords } from '../../../text/everyday-words.js';
import { defineText, useNames, useText } from '../../../text/language.js';
import { Button } from '../../../ui/button.js';
import { Day } from '../../../ui/show.js';
import type { CaseView, WorkflowView } from './case-types.js';
import { pageText, wordOf } from './page.text.js';
import type { DialogName } from './use-dialog.js';

const text = defineText(
  {
    inState: (n: number) => (n === 0 ? 'từ hôm nay' : `đã ${n} ngày`),
    ended: 'kết thúc ngày',
    opened: 'Mở ngày',
    assignee: 'Người phụ trách',
    left: 'đã nghỉ',
    change: 'Giao người',
    group: 'Tổ dân phố',
    project: 'Dự án',
    household: 'Hồ sơ hộ',
    correct: 'Đính chính',
    reopen: 'Mở lại',
    holdout: 'Trang chưa đồng ý',
    outcome: 'Kết quả',
    mergedInto: 'Đã nhập vào đơn',
    complaint: 'Có khiếu nại đang giải quyết',
    protected: 'Được bảo vệ',
    held: 'Giữ, không xóa',
    hold: 'Giữ hồ sơ',
    lift: 'Thôi giữ',
  },
  {
    inState: (n: number) => (n === 0 ? 'since today' : `for ${n} days`),
    ended: 'closed on',
    opened: 'Opened',
    assignee: 'Assignee',
    left: 'has left',
    change: 'Assign',
    group: 'Residential group',
    project: 'Project',
    household: 'Household file',
    correct: 'Correct',
    reopen: 'Reopen',
    holdout: 'Holdout page',
    outcome: 'Outcome',
    mergedInto: 'Merged into',
    complaint: 'A complaint is open',
    protected: 'Protected',
    held: 'On hold',
    hold: 'Hold',
    lift: 'Lift hold',
  },
);

interface Props {
  file: CaseView;
  workflow: WorkflowView;
  role: string;
  onOpen(dialog: DialogName): void;
}

/** What the case is, where it stands, since when and with whom. */
export function Header({ file, workflow, role, onOpen }: Props) {
  const t = useText(text);
  const c = useText(everydayWords);
  const p = useText(pageText);
  const name = useNames();
  const merged = file.links.mergedInto;
  const open = file.phase !== 'closed' && !merged;
  const mayMend = file.mayWork && (role === 'officer' || role === 'supervisor');
  // What is kept back is opened before it is mended: nobody corrects what he does not see.
  const seen = file.protection === 'none' || file.protection === 'opened';
  return (
    <header className="card stack case-header">
      <div className="row spread">
        <div className="case-kind small soft">
          {name(workflow)} · <b>{file.code}</b>
          {file.variant && ` · ${wordOf(p.variants, file.variant)}`}
        </div>
        <div className="row no-print">
          {file.phase === 'holdout' && file.kind === 'household-file' && (
            <Link to="/chua-dong-y/$code" params={{ code: file.code }} className="btn small">
              {t.holdout}
            </Link>
          )}
          {file.mayCorrect && seen && !merged && (
            <Button small onClick={() => onOpen('dinh-chinh')}>
              {t.correct}
            </Button>
          )}
          {mayMend && file.phase === 'closed' && !merged && (
            <Button small onClick={() => onOpen('mo-lai')}>
              {t.reopen}
            </Button>
          )}
          {role === 'supervisor' && file.mayWork && file.erasedAt === null && (
            <Button small onClick={() => onOpen('giu-ho-so')}>
              {file.legalHold ? t.lift : t.hold}
            </Button>
          )}
          <Button small onClick={() => print()}>
            {c.print}
          </Button>
        </div>
      </div>
      <h1>{file.title}</h1>
      <div className="row case-state">
        <b>{name({ vi: file.stateVi, en: file.stateEn })}</b>
        <span className={`badge phase-${file.phase}`}>{p.phases[file.phase]}</span>
        {file.phase === 'closed' ? (
          <span className="soft">
            {t.ended} <Day of={file.closedOn} />
          </span>
        ) : (
          <span className="soft">{t.inState(file.daysInState)}</span>
        )}
        {file.illustrative.length > 0 && (
          <span className="badge" title={c.illustrativeHint}>
            {c.illustrative}
          </span>
        )}
        {file.protected && <span className="badge">{t.protected}</span>}
        {file.legalHold && <span className="badge">{t.held}</span>}
        {file.hasOpenComplaint && <span className="badge soon">{t.complaint}</span>}
        {merged && (
          <span className="badge soon">
            {t.mergedInto}{' '}
            <Link to="/ho-so/$code" params={{ code: merged.code }}>
              {merged.code}
            </Link>
          </span>
        )}
      </div>
      <dl className="case-belongs">
        <div>
          <dt>{t.assignee}</dt>
          <dd className="row">
            {file.assignee ? (
              <span>
                {file.assignee.name}
                {!file.assignee.active && <span className="badge late"> {t.left}</span>}
              </span>
            ) : (
              <span className="badge late">{p.ownerless}</span>
            )}
            {open && file.mayWork && file.protection !== 'closed' && (
              <Button small className="no-print" onClick={() => onOpen('giao-nguoi')}>
                {t.change}
              </Button>
            )}
          </dd>
        </div>
        {file.residentialGroupName && (
          <div>
            <dt>{t.group}</dt>
            <dd>{file.residentialGroupName}</dd>
          </div>
        )}
        {file.links.project && (
          <div>
            <dt>{t.project}</dt>
            <dd>
              <Link to="/ho-so/$code" params={{ code: file.links.project.code }}>
                {file.links.project.title}
              </Link>
            </dd>
          </div>
        )}
        {file.links.household && (
          <div>
            <dt>{t.household}</dt>
            <dd>
              <Link to="/ho-so/$code" params={{ code: file.links.household.code }}>
                {file.links.household.code} – {file.links.household.title}
              </Link>
            </dd>
          </div>
        )}
        <div>
          <dt>{t.opened}</dt>
          <dd>
            <Day of={file.openedOn} />
          </dd>
        </div>
        {file.outcome && wordOf(p.outcomes, file.outcome) && (
          <div>
            <dt>{t.outcome}</dt>
            <dd>{wordOf(p.outcomes, file.outcome)}</dd>
          </div>
        )}
      </dl>
    </header>
  );
}
