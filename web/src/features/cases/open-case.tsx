import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { api, ask } from '../../api/client.js';
import { useMe } from '../../app/session.js';
import { defineText, useNames, useText } from '../../text/language.js';
import { ChoiceField } from '../../ui/fields.js';
import { Loaded } from '../../ui/show.js';
import { OpenCaseForm } from './open-case-form.js';
import { workflowQuery } from './page/case-query.js';
import { stepText } from './step.text.js';
import './case-page.css';

const text = defineText(
  {
    title: 'Mở hồ sơ',
    kind: 'Loại hồ sơ',
    petition: 'Đơn thư nhận ở màn hình Nhận đơn.',
    intake: 'Sang Nhận đơn',
    notMine: 'Vai trò của bạn không mở loại hồ sơ này.',
    choose: 'Hãy chọn loại hồ sơ cần mở.',
  },
  {
    title: 'Open a case',
    kind: 'Kind of case',
    petition: 'Petitions are taken in on the intake screen.',
    intake: 'Go to intake',
    notMine: 'Your role does not open this kind of case.',
    choose: 'Choose the kind of case.',
  },
);

/** Opens a project, household, grave or reception session; petitions have a screen of their own. */
export function OpenCase() {
  const t = useText(text);
  const s = useText(stepText);
  const name = useNames();
  const me = useMe();
  const { kind, project } = useSearch({ from: '/inside/mo-ho-so' });
  const navigate = useNavigate({ from: '/mo-ho-so' });
  const { data: kinds = [] } = useQuery({
    queryKey: ['workflows'],
    queryFn: () => ask(api.GET('/api/workflows')),
    staleTime: Infinity,
  });
  return (
    <div className="stack open-case">
      <h1>{t.title}</h1>
      <div className="card stack">
        <ChoiceField
          label={t.kind}
          value={kind ?? ''}
          empty={s.choose}
          onChange={(chosen) => void navigate({ search: { kind: chosen || undefined, project }, replace: true })}
          options={kinds.map((each) => ({ value: each.kind, label: name(each) }))}
        />
        {!kind && <p className="soft">{t.choose}</p>}
        {kind === 'citizen-petition' && (
          <p className="row">
            {t.petition}
            <Link to="/nhan-don" className="btn small">
              {t.intake}
            </Link>
          </p>
        )}
      </div>
      {kind && kind !== 'citizen-petition' && (
        <Loaded query={workflowQuery(kind)}>
          {(workflow) =>
            workflow.opening.by.includes(me.role) ? (
              <OpenCaseForm key={kind} workflow={workflow} firstProject={project} />
            ) : (
              <p className="note soon">{t.notMine}</p>
            )
          }
        </Loaded>
      )}
    </div>
  );
}
