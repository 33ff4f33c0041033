import { defineText } from '../../../text/language.js';
import { count } from '../../../text/format.js';

export const bulkText = defineText(
  {
    bar: 'Việc cho các hồ sơ đã chọn',
    chosen: (n: number) => `Đã chọn ${count(n)} hồ sơ`,
    chooseAll: (n: number) => `Chọn cả ${count(n)} hồ sơ`,
    onlyFirst: (n: number) => `Mỗi lần làm được tối đa ${count(n)} hồ sơ; hãy lọc bớt.`,
    clear: 'Bỏ chọn',
    actions: { assign: 'Phân công', release: 'Thôi phụ trách', act: 'Thực hiện bước', note: 'Ghi chú' },
    titles: {
      assign: (n: number) => `Phân công ${count(n)} hồ sơ`,
      release: (n: number) => `Thôi phụ trách ${count(n)} hồ sơ`,
      act: (n: number) => `Thực hiện một bước cho ${count(n)} hồ sơ`,
      note: (n: number) => `Ghi chú vào ${count(n)} hồ sơ`,
    },
    assignTo: 'Giao cho',
    choosePerson: 'Chọn người',
    mustChoosePerson: 'Hãy chọn người nhận hồ sơ.',
    note: 'Ghi chú',
    noteHint: 'Ghi vào nhật ký từng hồ sơ.',
    mustNote: 'Hãy gõ nội dung ghi chú.',
    releaseNote: 'Các hồ sơ này sẽ không còn người phụ trách; lãnh đạo được nhắc cho đến khi có người nhận.',
    step: 'Bước',
    chooseStep: 'Chọn bước',
    mustChooseStep: 'Hãy chọn bước.',
    on: 'Ngày việc diễn ra',
    onHint: 'Có thể sớm hơn hôm nay.',
    mustDay: 'Hãy nhập ngày việc diễn ra, dạng ngày/tháng/năm, ví dụ 15/06/2023.',
    mendFirst: 'Có ô chưa đọc được; hãy sửa trước.',
    mixed: 'Các hồ sơ đã chọn khác loại hoặc khác trạng thái nên không có bước chung. Hãy giữ lại một nhóm:',
    keepGroup: (n: number, group: string) => `${group} (${count(n)})`,
    noStep: 'Vai trò của bạn không có bước nào ở trạng thái này.',
    preview: 'Xem trước',
    previewing: 'Đang kiểm tra từng hồ sơ…',
    applying: 'Đang thực hiện…',
    back: 'Quay lại sửa',
    apply: (n: number) => `Làm với ${count(n)} hồ sơ`,
    previewSum: (ok: number, refused: number) =>
      refused > 0
        ? `Làm được ${count(ok)} hồ sơ, ${count(refused)} hồ sơ bị từ chối.`
        : `Làm được cả ${count(ok)} hồ sơ.`,
    doneSum: (ok: number, refused: number) =>
      refused > 0
        ? `Đã làm ${count(ok)} hồ sơ, ${count(refused)} hồ sơ bị từ chối và giữ nguyên.`
        : `Đã làm ${count(ok)} hồ sơ.`,
    results: 'Kết quả từng hồ sơ',
    case: 'Hồ sơ',
    result: 'Kết quả',
    will: 'Sẽ làm',
    done: 'Đã làm',
    refused: 'Bị từ chối',
    becomes: (state: string) => `thành "${state}"`,
  },
  {
    bar: 'Work on the chosen cases',
    chosen: (n: number) => `${count(n)} cases chosen`,
    chooseAll: (n: number) => `Choose all ${count(n)} cases`,
    onlyFirst: (n: number) => `At most ${count(n)} cases at once; filter first.`,
    clear: 'Clear',
    actions: { assign: 'Assign', release: 'Release', act: 'Take a step', note: 'Note' },
    titles: {
      assign: (n: number) => `Assign ${count(n)} cases`,
      release: (n: number) => `Release ${count(n)} cases`,
      act: (n: number) => `One step for ${count(n)} cases`,
      note: (n: number) => `A note on ${count(n)} cases`,
    },
    assignTo: 'Assign to',
    choosePerson: 'Choose a person',
    mustChoosePerson: 'Choose who takes the cases.',
    note: 'Note',
    noteHint: "Goes into each case's history.",
    mustNote: 'Type the note.',
    releaseNote: 'Nobody will have these cases; the supervisors are reminded until somebody takes them.',
    step: 'Step',
    chooseStep: 'Choose a step',
    mustChooseStep: 'Choose the step.',
    on: 'Day it took place',
    onHint: 'May be earlier than today.',
    mustDay: 'Enter the day it took place as day/month/year, for example 15/06/2023.',
    mendFirst: 'A field cannot be read; mend it first.',
    mixed: 'The chosen cases differ in kind or state and share no step. Keep one group:',
    keepGroup: (n: number, group: string) => `${group} (${count(n)})`,
    noStep: 'Your role has no step in this state.',
    preview: 'Preview',
    previewing: 'Checking each case…',
    applying: 'Working…',
    back: 'Back to the form',
    apply: (n: number) => `Apply to ${count(n)} cases`,
    previewSum: (ok: number, refused: number) =>
      refused > 0
        ? `${count(ok)} cases can be done, ${count(refused)} are refused.`
        : `All ${count(ok)} cases can be done.`,
    doneSum: (ok: number, refused: number) =>
      refused > 0
        ? `${count(ok)} cases done; ${count(refused)} refused and left as they were.`
        : `${count(ok)} cases done.`,
    results: 'Result per case',
    case: 'Case',
    result: 'Result',
    will: 'Will be done',
    done: 'Done',
    refused: 'Refused',
    becomes: (state: string) => `becomes "${state}"`,
  },
);
