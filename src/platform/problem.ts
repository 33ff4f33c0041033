import type { Problem } from './problem.view.js';

export const problemType = 'application/problem+json; charset=utf-8';

/** A refusal as it leaves: `code` is stable, `detail` a Vietnamese sentence that says what to mend. */
export const problem = (status: number, code: string, detail: string, errors: Problem['errors'] = []): Problem => ({
  type: `urn:matbang:${code}`,
  title: code,
  status,
  code,
  detail,
  errors,
});

const sentences: Record<number, string> = {
  400: 'Yêu cầu chưa đúng; hãy kiểm tra lại nội dung gửi lên.',
  404: 'Không có địa chỉ này.',
  406: 'Không trả lời được ở dạng được yêu cầu.',
  408: 'Gửi quá lâu mà chưa xong; hãy kiểm tra đường truyền rồi gửi lại.',
  413: 'Nội dung gửi lên quá lớn.',
  414: 'Địa chỉ quá dài; hãy rút ngắn nội dung tìm.',
  415: 'Kiểu nội dung gửi lên không được nhận.',
  417: 'Yêu cầu có điều kiện mà máy chủ không nhận.',
  431: 'Phần đầu của yêu cầu quá lớn; hãy rút ngắn nội dung tìm hoặc xóa cookie rồi thử lại.',
};

/** A refusal that HTTP itself has a number for. */
export const httpProblem = (status: number): Problem =>
  problem(status, `http-${status}`, sentences[status] ?? 'Yêu cầu không thực hiện được.');
