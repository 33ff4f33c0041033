import { everydayWords } from '../../../text/everyday-words.js';
import { defineText, useText } from '../../../text/language.js';
import { useCaseNames } from '../case-names.js';
import type { CaseView, WorkflowView } from './case-types.js';
import { Section } from './section.js';

const text = defineText(
  { title: 'Thông tin', none: 'Chưa có thông tin nào ngoài tên hồ sơ.' },
  { title: 'Facts', none: 'Nothing but the title yet.' },
);

/** The fields the file holds. */
export function Facts({ file, workflow }: { file: CaseView; workflow: WorkflowView }) {
  const t = useText(text);
  const c = useText(everydayWords);
  const names = useCaseNames();
  return (
    <Section title={t.title}>
      {file.fields.length === 0 && <p className="soft">{t.none}</p>}
      <dl className="case-facts">
        {file.fields.map(({ name, vi, value, illustrative }) => (
          <div key={name}>
            <dt>{names.field(name, vi)}</dt>
            <dd>
              {workflow.fieldSpecs[name]
                ? names.value({ field: name, ...workflow.fieldSpecs[name] }, value)
                : String(value)}
              {illustrative && (
                <span className="badge" title={c.illustrativeHint}>
                  {c.illustrative}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
