import { useDeferredValue } from 'react';
import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { defineText, useText } from '../../text/language.js';
import { ClockCard } from './page/clock-card.js';

const text = defineText({ title: 'Thời hạn sẽ chạy khi mở hồ sơ' }, { title: 'Clocks that will start' });

/** The first clocks of the case as it is typed so far; nothing is written. */
export function OpenCasePreview({ body }: { body: components['schemas']['OpenCaseDto'] }) {
  const t = useText(text);
  const asked = useDeferredValue(JSON.stringify(body));
  const { data } = useQuery({
    queryKey: ['cases', 'preview', asked],
    queryFn: () => ask(api.POST('/api/cases/preview', { body: JSON.parse(asked) as typeof body })),
    retry: false,
    placeholderData: (before) => before,
  });
  if (!data || data.clocks.length === 0) return null;
  return (
    <section className="card stack" aria-live="polite">
      <h2>{t.title}</h2>
      {data.clocks.map((clock) => (
        <ClockCard key={clock.id} clock={clock} />
      ))}
    </section>
  );
}
