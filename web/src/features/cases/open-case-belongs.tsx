import { useQuery } from '@tanstack/react-query';
import { useMe, worksCases } from '../../app/session.js';
import { useText } from '../../text/language.js';
import { ChoiceField } from '../../ui/fields.js';
import { openCaseText } from './open-case.text.js';
import { colleaguesQuery, openProjectsQuery, residentialGroupsQuery } from './page/case-query.js';
import { errorAt, type FieldError } from './step-draft.js';
import { stepText } from './step.text.js';

interface Belongs {
  project: string;
  group: string;
  assignee: string;
}

/** Project, residential group and assignee of a new case. */
export function OpenCaseBelongs({
  value,
  onChange,
  withProject,
  errors,
}: {
  value: Belongs;
  onChange(value: Belongs): void;
  withProject: boolean;
  errors: readonly FieldError[];
}) {
  const t = useText(openCaseText);
  const s = useText(stepText);
  const me = useMe();
  const { data: projects } = useQuery({ ...openProjectsQuery, enabled: withProject });
  const { data: groups = [] } = useQuery(residentialGroupsQuery);
  const { data: accounts = [] } = useQuery(colleaguesQuery);
  const known = (projects?.items ?? []).map(({ code, title }) => ({ value: code, label: title }));
  // A project named in the address is offered even when it is finished.
  const options =
    value.project && !known.some((each) => each.value === value.project)
      ? [...known, { value: value.project, label: value.project }]
      : known;
  return (
    <section className="card stack">
      <h2>{t.belongs}</h2>
      <div className="form-grid">
        {withProject && (
          <ChoiceField
            label={t.project}
            required
            value={value.project}
            onChange={(project) => onChange({ ...value, project })}
            empty={s.choose}
            options={options}
            error={errorAt(errors, 'project')}
          />
        )}
        <ChoiceField
          label={t.group}
          value={value.group}
          onChange={(group) => onChange({ ...value, group })}
          empty={t.noGroup}
          options={groups.map(({ id, name }) => ({ value: String(id), label: name }))}
          error={errorAt(errors, 'residentialGroupId')}
        />
        <ChoiceField
          label={t.assignee}
          value={value.assignee}
          onChange={(assignee) => onChange({ ...value, assignee })}
          empty={t.nobody}
          options={accounts
            .filter((a) => a.active && worksCases(a.role))
            .map((a) => ({ value: String(a.id), label: a.id === me.id ? `${a.name} (${t.mine})` : a.name }))}
          error={errorAt(errors, 'assigneeId')}
        />
      </div>
    </section>
  );
}
