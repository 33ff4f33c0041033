import type { components } from '../../api/schema.js';
import { memoryOf } from '../../app/own-memory.js';
import { useMe } from '../../app/session.js';
import { day, lawOf } from '../../text/format.js';

type Case = components['schemas']['CaseView'];
type Unit = components['schemas']['UnitView'];

const longDate = (on: string) =>
  `ngày ${on.slice(8, 10)} tháng ${+on.slice(5, 7) < 3 ? on.slice(5, 7) : +on.slice(5, 7)} năm ${on.slice(0, 4)}`;

/** `UBND phường Lương Sơn` → `ỦY BAN NHÂN DÂN` / `PHƯỜNG LƯƠNG SƠN`, as a heading breaks it. */
function authority(name: string): [string, string] {
  const bare = name.replace(/^(UBND|Ủy ban nhân dân)\s+/i, '').toUpperCase();
  return ['ỦY BAN NHÂN DÂN', bare];
}

const placeOf = (name: string) =>
  name.replace(/^(UBND|Ủy ban nhân dân)\s+/i, '').replace(/^(phường|xã|thị trấn)\s+/i, '');

/** What was received, from whom, by whom, and the day an answer is due by law; laid out as Nghị định 30/2020/NĐ-CP has it. */
export function ReceiptPaper({ file, unit, size }: { file: Case; unit: Unit; size: 'A4' | 'A5' }) {
  const me = useMe();
  const value = (name: string) => file.fields.find((field) => field.name === name)?.value;
  const receivedOn = (value('receivedOn') as string | undefined) ?? file.openedOn;
  const typed = file.protected ? memoryOf(me.id).typed.get(file.code) : undefined;
  const petitioner = typed?.petitioner ?? file.people.find((person) => person.role === 'petitioner');
  const signatories = typed?.signatories ?? file.people.filter((person) => person.role === 'signatory').length;
  const nobody =
    file.protected && !typed ? 'người gửi được bảo vệ danh tính' : 'người gửi không ghi tên (đơn nặc danh)';
  const answer = file.clocks.find((clock) => clock.clock === 'first-answer' && clock.dueOn);
  const receiver = file.history.find((line) => line.action === 'open')?.by ?? me.name;
  const letters = Number(value('letters') ?? 1);
  const papers = file.documents.filter((paper) => paper.name === 'petition' && paper.caseId === file.id);
  const own = file.documents.find((paper) => paper.name === 'petition-receipt');
  const [head, name] = authority(unit.name);
  return (
    <article className={`receipt ${size}`} lang="vi">
      <header className="receipt-head">
        <div>
          <p>{head}</p>
          <p className="receipt-strong receipt-rule short">{name}</p>
          <p className="receipt-number">Số: {own?.number ?? file.code}/GBN</p>
        </div>
        <div>
          <p className="receipt-strong">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>
          <p className="receipt-strong receipt-motto receipt-rule">Độc lập - Tự do - Hạnh phúc</p>
          <p className="receipt-date">
            {placeOf(unit.name)}, {longDate(receivedOn)}
          </p>
        </div>
      </header>
      <h2>GIẤY BIÊN NHẬN</h2>
      <p className="receipt-about">Về việc tiếp nhận đơn</p>
      <p>
        {unit.name} đã nhận đơn của <strong>{petitioner ? petitioner.name : nobody}</strong>
        {petitioner?.idNumber && <>, số CCCD/CMND: {petitioner.idNumber}</>}
        {petitioner?.address && <>, địa chỉ: {petitioner.address}</>}
        {petitioner?.phone && <>, điện thoại: {petitioner.phone}</>}
        {signatories > 0 && <>, cùng {signatories} người khác ký tên</>}.
      </p>
      <dl>
        <dt>Ngày nhận:</dt>
        <dd>{day(receivedOn)}</dd>
        <dt>Số vào sổ:</dt>
        <dd>
          <strong>{file.code}</strong>
        </dd>
        <dt>Nội dung:</dt>
        <dd className="receipt-content">{String(typed?.content ?? value('content') ?? file.title)}</dd>
        <dt>Giấy tờ đã nhận:</dt>
        <dd>
          {letters > 1 ? `${letters} đơn` : 'Đơn'}
          {papers
            .map(
              (paper) =>
                (paper.number ? ` số ${paper.number}` : '') + (paper.onDay ? ` đề ngày ${day(paper.onDay)}` : ''),
            )
            .join(';')}
        </dd>
        <dt>Trả lời:</dt>
        <dd>
          {answer?.dueOn ? (
            <>
              chậm nhất ngày <strong>{day(answer.dueOn)}</strong> ({lawOf(answer.rule)}), bằng văn bản hoặc thông báo về
              việc thụ lý, hướng dẫn, chuyển đơn hay cần thêm thời gian.
            </>
          ) : (
            'theo quy định của pháp luật về tiếp công dân.'
          )}
        </dd>
      </dl>
      <p>Khi hỏi về đơn, xin mang theo giấy này hoặc cho biết số vào sổ.</p>
      <footer className="receipt-foot">
        <div>
          <p className="receipt-strong">NGƯỜI NỘP ĐƠN</p>
          <p className="receipt-small">(Ký, ghi rõ họ tên)</p>
        </div>
        <div>
          <p className="receipt-strong">NGƯỜI NHẬN ĐƠN</p>
          <p className="receipt-small">(Ký, ghi rõ họ tên)</p>
          <p className="receipt-name">{receiver}</p>
        </div>
      </footer>
    </article>
  );
}
