import { useState } from 'react';
import { api } from '../../api/client.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { LongTextField } from '../../ui/fields.js';
import { Loaded } from '../../ui/show.js';
import { useWrite } from '../admin/use-write.js';
import { WriteNotes } from '../admin/write-notes.js';
import { narrativeQuery, type Days } from './reports.query.js';
import { text } from './reports.text.js';

type Sections = { heading: string; paragraphs: string[] }[];

/** The narrative, edited before it is taken away as a Word file. */
export function Narrative({ days }: { days: Days }) {
  return (
    <Loaded query={narrativeQuery(days)}>
      {({ sections }) => <Edited key={JSON.stringify(sections)} days={days} sections={sections} />}
    </Loaded>
  );
}

function Edited({ days, sections }: { days: Days; sections: Sections }) {
  const t = useText(text);
  const [texts, setTexts] = useState(sections.map(({ paragraphs }) => paragraphs.join('\n')));
  const write = useWrite();
  const take = async () => {
    const edited = sections.map(({ heading }, i) => ({ heading, paragraphs: texts[i]!.split('\n').filter(Boolean) }));
    const file = await write.run((headers) =>
      api.POST('/api/reports/narrative/file', { headers, body: { ...days, sections: edited }, parseAs: 'blob' }),
    );
    if (!file) return;
    const address = URL.createObjectURL(file);
    Object.assign(document.createElement('a'), {
      href: address,
      download: `bao-cao-${days.from}-${days.to}.docx`,
    }).click();
    URL.revokeObjectURL(address);
  };
  return (
    <section className="card stack">
      <p className="soft">{t.sections}</p>
      {sections.map(({ heading }, i) => (
        <LongTextField
          key={heading}
          label={`${i + 1}. ${heading}`}
          className="narrative"
          value={texts[i]!}
          onChange={(typed) => setTexts((before) => before.map((each, n) => (n === i ? typed : each)))}
        />
      ))}
      <div className="row">
        <Button look="primary" disabled={write.busy} onClick={() => void take()}>
          {t.word}
        </Button>
      </div>
      <WriteNotes write={write} />
    </section>
  );
}
