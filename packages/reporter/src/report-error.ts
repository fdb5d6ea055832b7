const CATALOGUE = {
  TEMPLATE_UNREADABLE: "叙述模板写得不对",
  REPORT_FILE_UNREADABLE: "报告文件读不懂",
  GLYPH_MISSING: "没有字体能显示这个字",
  PDF_UNAVAILABLE: "这台机器上不能生成 PDF",
  CHART_UNAVAILABLE: "这台机器上不能画图",
} as const;
export type ReportErrorCode = keyof typeof CATALOGUE;

/** Something outside the code is wrong. Callers branch on `code`, never on the text. `detail` says what to mend. */
export class ReportError extends Error {
  override readonly name = "ReportError";
  readonly code: ReportErrorCode;
  /** What to mend, without the catalogue's words before it. */
  readonly detail: string;

  constructor(code: ReportErrorCode, detail: string, options?: ErrorOptions) {
    super(`${CATALOGUE[code]}：${detail}`, options);
    this.code = code;
    this.detail = detail;
  }
}
