import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { Button } from '../ui/button.js';
import { defineText, useText } from '../text/language.js';
import { everydayWords } from '../text/everyday-words.js';

const text = defineText(
  {
    title: 'Màn hình này chưa mở được',
    advice: 'Hãy tải lại trang. Nếu vẫn vậy, hãy báo người quản trị kèm dòng dưới đây.',
    reload: 'Tải lại trang',
    nowhere: 'Không có màn hình này',
    wrong: 'Địa chỉ có thể đã gõ sai hoặc đã cũ.',
    home: 'Về Việc của tôi',
  },
  {
    title: 'This screen did not open',
    advice: 'Reload the page. If that does not help, give the line below to the administrator.',
    reload: 'Reload the page',
    nowhere: 'There is no such screen',
    wrong: 'The address may be mistyped or old.',
    home: 'To My work',
  },
);

/** A screen that threw, or whose code is gone because the program was updated meanwhile. */
export function Broken({ error }: ErrorComponentProps) {
  const t = useText(text);
  const c = useText(everydayWords);
  return (
    <div className="empty" role="alert">
      <h1>{t.title}</h1>
      <p>{t.advice}</p>
      <p className="soft small">
        {c.failed}: {error instanceof Error ? error.message : String(error)}
      </p>
      <Button look="primary" onClick={() => location.reload()}>
        {t.reload}
      </Button>
    </div>
  );
}

export function Nowhere() {
  const t = useText(text);
  return (
    <div className="empty">
      <h1>{t.nowhere}</h1>
      <p>{t.wrong}</p>
      <Link to="/">{t.home}</Link>
    </div>
  );
}
