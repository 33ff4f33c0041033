import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button } from '../../ui/button.js';
import { ChoiceField } from '../../ui/fields.js';
import { useText } from '../../text/language.js';
import { errorAt, type FieldError } from '../cases/step-draft.js';
import { StepPapers } from '../cases/step-papers.js';
import type { Draft } from './intake-draft.js';
import { householdsQuery, projectChoicesQuery } from './intake-queries.js';
import { text } from './intake.text.js';
import { Suggest } from './suggest.js';
import { useSettled } from './use-settled.js';

interface Props {
  draft: Draft;
  put(change: Partial<Draft>): void;
  errors: readonly FieldError[];
}

/** What the petition is about in the ward's other files, and the papers handed in. */
export function LinkFields({ draft, put, errors }: Props) {
  const t = useText(text);
  const [typed, setTyped] = useState('');
  const asked = useSettled(typed);
  const { data: projects = [] } = useQuery(projectChoicesQuery);
  const households = useQuery(householdsQuery(asked, draft.project));
  return (
    <div className="intake-more">
      <details className="card" open={draft.project !== '' || draft.household !== undefined || undefined}>
        <summary>
          <h2>{t.links}</h2>
        </summary>
        <div className="form-grid">
          <ChoiceField
            label={t.project}
            value={draft.project}
            onChange={(project) => put({ project })}
            empty={t.noProject}
            options={projects.map((project) => ({ value: project.code, label: project.title }))}
            error={errorAt(errors, 'project')}
          />
          {draft.household ? (
            <div className="field">
              <span className="label">{t.household}</span>
              <div className="row">
                <span className="grow">
                  {draft.household.title} ({draft.household.code})
                </span>
                <Button small onClick={() => put({ household: undefined })}>
                  {t.unlink}
                </Button>
              </div>
            </div>
          ) : (
            <Suggest
              label={t.household}
              hint={t.householdHint}
              value={typed}
              onChange={setTyped}
              items={asked.trim().length >= 2 ? (households.data ?? []) : []}
              keyOf={(file) => file.id}
              listLabel={t.household}
              none={households.isFetching ? t.searching : t.noHousehold}
              show={(file) => (
                <>
                  <strong>{file.title}</strong>
                  <span className="soft small">
                    {file.code} · {file.stateVi}
                  </span>
                </>
              )}
              onPick={({ code, title }) => {
                setTyped('');
                put({ household: { code, title } });
              }}
              error={errorAt(errors, 'household')}
            />
          )}
        </div>
      </details>
      <details className="card">
        <summary>
          <h2>{t.papers}</h2>
        </summary>
        <StepPapers
          needs={[
            { document: 'petition', vi: 'Đơn', inFile: false },
            { document: 'petition-receipt', vi: 'Giấy biên nhận', inFile: false },
          ]}
          errors={errors}
          documents={draft.papers}
          onDocuments={(papers) => put({ papers })}
        />
      </details>
    </div>
  );
}
