import { defineText } from '../../text/language.js';

export const stepText = defineText(
  {
    papers: 'Giấy tờ của bước này (đánh dấu tờ đã có)',
    inFile: 'đã có trong hồ sơ',
    number: 'Số, ký hiệu',
    paperDay: 'Ngày của giấy tờ',
    scan: 'Chọn bản quét hoặc ảnh',
    photo: 'Chụp ảnh',
    removeScan: 'Bỏ tệp',
    emptyFile: 'Tệp trống.',
    choose: 'Chọn…',
    onFileNow: (value: string) => `Trong hồ sơ: ${value}. Để trống nếu không đổi.`,
    onlyFor: (value: string) => `Bước này chỉ dùng khi là "${value}".`,
    notANumber: 'Hãy gõ một số nguyên, ví dụ 15.',
    mustDay: 'Hãy nhập ngày, dạng ngày/tháng/năm, ví dụ 15/06/2023.',
  },
  {
    papers: 'Papers of this step (tick those at hand)',
    inFile: 'already in the file',
    number: 'Number',
    paperDay: 'Date of the paper',
    scan: 'Choose a scan or photo',
    photo: 'Take a photo',
    removeScan: 'Remove the file',
    emptyFile: 'The file is empty.',
    choose: 'Choose…',
    onFileNow: (value: string) => `In the file: ${value}. Leave empty to keep it.`,
    onlyFor: (value: string) => `This step is only for "${value}".`,
    notANumber: 'Type a whole number, for example 15.',
    mustDay: 'Enter the day as day/month/year, for example 15/06/2023.',
  },
);
