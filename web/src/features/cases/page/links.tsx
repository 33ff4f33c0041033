import { Link } from '@tanstack/react-router';
import { defineText, useNames, useText } from '../../../text/language.js';
import { Button } from '../../../ui/button.js';
import type { BriefView, CaseView } from './case-types.js';
import { linkTypesFor } from './link-form.js';
import { Section } from './section.js';

const text = defineText(
  {
    title: 'Hồ sơ liên quan',
    none: 'Chưa gắn với hồ sơ nào.',
    tie: 'Gắn, bỏ gắn',
    project: 'Dự án',
    household: 'Hồ sơ hộ',
    firstPetition: 'Đơn lần đầu',
    mergedInto: 'Đã nhập vào',
    duplicates: 'Đơn trùng đã nhập vào đây',
    petitions: 'Đơn thư',
    graves: 'Mộ',
  },
  {
    title: 'Linked cases',
    none: 'Tied to no other case.',
    tie: 'Tie or untie',
    project: 'Project',
    household: 'Household file',
    firstPetition: 'First petition',
    mergedInto: 'Merged into',
    duplicates: 'Duplicates merged into this',
    petitions: 'Petitions',
    graves: 'Graves',
  },
);

const order = ['project', 'household', 'firstPetition', 'mergedInto', 'duplicates', 'petitions', 'graves'] as const;

export function Links({ file, onTie }: { file: CaseView; onTie(): void }) {
  const t = useText(text);
  const name = useNames();
  const open = file.phase !== 'closed' && !file.links.mergedInto;
  const groups = order
    .map((key): [typeof key, BriefView[]] => [
      key,
      [file.links[key]].flat().filter((brief): brief is BriefView => brief !== null),
    ])
    .filter(([, briefs]) => briefs.length > 0);
  return (
    <Section
      title={t.title}
      action={
        open &&
        linkTypesFor(file.kind).length > 0 && (
          <Button small onClick={onTie}>
            {t.tie}
          </Button>
        )
      }
    >
      {groups.length === 0 && <p className="soft">{t.none}</p>}
      {groups.map(([key, briefs]) => (
        <div key={key} className="link-group">
          <h3>{t[key]}</h3>
          <ul>
            {briefs.map((brief) => (
              <li key={brief.id}>
                <Link to="/ho-so/$code" params={{ code: brief.code }}>
                  {brief.code}
                </Link>{' '}
                {brief.title} <span className="small soft">{name({ vi: brief.stateVi, en: brief.stateEn })}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}
