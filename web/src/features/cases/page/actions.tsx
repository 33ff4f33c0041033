import { defineText, useNames, useText } from '../../../text/language.js';
import { useMe } from '../../../app/session.js';
import { roleText } from '../../admin/admin.text.js';
import { useCaseNames } from '../case-names.js';
import type { CaseView, OpenAction, WorkflowView } from './case-types.js';
import { barred } from './barred.js';
import { nextStepsHeading } from './focus-next-steps.js';
import { wordOf } from './page.text.js';
import { actionsFrom } from './road-ahead.js';
import { Section } from './section.js';

const text = defineText(
  {
    title: 'Việc làm tiếp',
    none: 'Vai trò của bạn không có bước nào ở trạng thái này.',
    closed: 'Hồ sơ đã kết thúc. Muốn làm tiếp, hãy mở lại.',
    merged: 'Đơn đã nhập vào đơn khác; hãy làm ở đơn chính.',
    notOpen: 'Bước trong địa chỉ này không mở ở trạng thái hiện tại của hồ sơ.',
    bring: 'Cần có',
    ready: 'làm được ngay',
    stays: 'không đổi trạng thái',
    others: 'Bước của vai trò khác',
    by: (who: string) => `do ${who} làm`,
  },
  {
    title: 'Next steps',
    none: 'Your role has no step in this state.',
    closed: 'The case is closed. Reopen it to go on.',
    merged: 'The petition is merged into another; work there.',
    notOpen: 'The step in this address is not open in the present state.',
    bring: 'Bring',
    ready: 'can be done now',
    stays: 'stays in the state',
    others: 'Steps of other roles',
    by: (who: string) => `done by: ${who}`,
  },
);

interface Props {
  file: CaseView;
  workflow: WorkflowView;
  /** The address names a step that is not open. */
  unknown: boolean;
  onAct(action: string): void;
}

/** Every step open to me, with what it still lacks; those that the law bars today stand last. */
export function Actions({ file, workflow, unknown, onAct }: Props) {
  const t = useText(text);
  const actions = file.actions.toSorted((a, b) => barred(a).length - barred(b).length);
  const stuck = actions.every(({ aside }) => aside);
  return (
    <Section title={t.title} className="no-print" heading={nextStepsHeading}>
      {unknown && <p className="note soon">{t.notOpen}</p>}
      {actions.length === 0 && (
        <p className="soft">{file.links.mergedInto ? t.merged : file.phase === 'closed' ? t.closed : t.none}</p>
      )}
      <ul className="act-list">
        {actions.map((action, i) => (
          <Row
            key={action.action}
            action={action}
            file={file}
            workflow={workflow}
            first={i === 0 && barred(action).length === 0 && !action.aside}
            onAct={onAct}
          />
        ))}
      </ul>
      {(stuck || file.variant !== null) && file.phase !== 'closed' && <OthersSteps file={file} workflow={workflow} />}
    </Section>
  );
}

/** Who takes the case on where the reader's role does not. */
function OthersSteps({ file, workflow }: Pick<Props, 'file' | 'workflow'>) {
  const t = useText(text);
  const roles = useText(roleText);
  const name = useNames();
  const me = useMe();
  const classified = file.variant !== null;
  const theirs = (file.links.mergedInto ? [] : actionsFrom(workflow, file)).filter(
    ([, { to, by, aside, sets }]) =>
      to && to !== file.state && !by.includes(me.role) && !aside && !(classified && sets),
  );
  if (theirs.length === 0) return null;
  return (
    <p className="small">
      <span className="soft">{t.others}:</span>{' '}
      {theirs.map(([key, action], i) => (
        <span key={key}>
          {i > 0 && '; '}
          {name(action)}{' '}
          <span className="soft">({t.by(action.by.map((role) => wordOf(roles.names, role)).join(', '))})</span>
        </span>
      ))}
    </p>
  );
}

function Row({
  action,
  file,
  workflow,
  first,
  onAct,
}: {
  action: OpenAction;
  file: CaseView;
  workflow: WorkflowView;
  first: boolean;
  onAct(action: string): void;
}) {
  const t = useText(text);
  const name = useNames();
  const names = useCaseNames();
  const reasons = barred(action);
  const bring = [
    ...action.needs.filter(({ inFile }) => !inFile).map(({ document, vi }) => names.document(document, vi)),
    ...action.fields.filter(({ required }) => required).map(({ field, vi }) => names.field(field, vi)),
  ];
  return (
    <li className="act-row">
      <button type="button" className={first ? 'btn primary' : 'btn'} onClick={() => onAct(action.action)}>
        {name(action)}
      </button>
      <div className="small">
        <span className="soft">→ {action.to === file.state ? t.stays : name(workflow.states[action.to]!)}</span>
        {reasons.length === 0 && bring.length === 0 && (
          <>
            {' '}
            <span className="badge good">{t.ready}</span>
          </>
        )}
        {bring.length > 0 && (
          <div className="soft">
            {t.bring}: {bring.join('; ')}
          </div>
        )}
        {reasons.map(({ detail }) => (
          <div key={detail} className="soon">
            {detail}
          </div>
        ))}
      </div>
    </li>
  );
}
