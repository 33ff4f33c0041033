import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import { Button } from '../../ui/button.js';
import { Empty, Loaded } from '../../ui/show.js';
import { moment } from '../../text/format.js';
import { defineText, useText } from '../../text/language.js';

const text = defineText(
  {
    title: 'Thông báo',
    empty: 'Chưa có thông báo nào. Nhắc hạn sẽ đến đây vào buổi sáng ngày làm việc.',
    read: 'Đã đọc',
    unread: 'chưa đọc',
  },
  {
    title: 'Notices',
    empty: 'No notices yet. Reminders arrive here on working mornings.',
    read: 'Mark as read',
    unread: 'unread',
  },
);

const noticesQuery = queryOptions({
  queryKey: ['notices'],
  queryFn: () => ask(api.GET('/api/notices', { params: { query: { limit: 100 } } })),
});

/** The inbox: reminders and digests, newest first. */
export function Notices() {
  const t = useText(text);
  const client = useQueryClient();
  const read = useMutation({
    mutationFn: (id: number) => ask(api.POST('/api/notices/{id}/read', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <>
      <h1>{t.title}</h1>
      <Loaded query={noticesQuery}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t.empty}</Empty>
          ) : (
            <ul className="stack">
              {items.map((notice) => (
                <li key={notice.id} className="card stack">
                  <div className="row spread">
                    <h2>{notice.subject}</h2>
                    <span className="row">
                      <span className="soft small">{moment(notice.at)}</span>
                      {notice.readAt === null && (
                        <>
                          <span className="badge soon">{t.unread}</span>
                          <Button small onClick={() => read.mutate(notice.id)}>
                            {t.read}
                          </Button>
                        </>
                      )}
                    </span>
                  </div>
                  <p style={{ whiteSpace: 'pre-wrap' }}>{notice.body}</p>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}
